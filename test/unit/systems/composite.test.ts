import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/domain/facts.js';
import { classifySystem } from '../../../src/systems/composite.js';
import { answered, asOf, classification, staffFacts } from './support.js';

const component = (id: string, facts: Facts) => ({ id, name: `Thành phần ${id}`, facts });

const portal = {
  system_types: ['public_service'],
  online_service_role: 'direct',
  handles_administrative_procedures: true,
};

function classified(facts: Facts, components: readonly ReturnType<typeof component>[]) {
  return classifySystem(classification, { facts, components }, { asOf });
}

describe('which component decides', () => {
  test('a component above the system raises it, and is named', () => {
    const result = classified(staffFacts, [component('noi-bo', {}), component('cong', portal)]);
    expect(result).toMatchObject({ status: 'determined', computedLevel: 3, decidedBy: 'cong' });
    expect(result.components.map(({ id, computedLevel }) => [id, computedLevel])).toEqual([
      ['noi-bo', 2],
      ['cong', 3],
    ]);
  });

  test('the highest component decides where the system itself has no level', () => {
    const facts = answered({}, ['system_types', 'information_types']);
    const result = classified(facts, [
      component('web', { system_types: ['internal'], information_types: ['public'] }),
      component('csdl', { system_types: ['internal'], information_types: ['state_secret'] }),
    ]);
    expect(result).toMatchObject({ computedLevel: 3, decidedBy: 'csdl', final: true });
  });

  test('of equal components the first, before them the system itself', () => {
    const facts = answered({}, ['system_types']);
    const pair = [component('a', portal), component('b', portal)];
    expect(classified(facts, pair).decidedBy).toBe('a');
    expect(classified({ ...facts, ...portal }, pair).decidedBy).toBeNull();
  });

  test('components never lower what the own facts establish', () => {
    const own = { ...staffFacts, ...portal };
    const result = classified(own, [component('noi-bo', { system_types: ['internal'] })]);
    expect(result).toMatchObject({ computedLevel: 3, decidedBy: null, certainty: 'text' });
  });

  test('a level that only a component gives is a reading', () => {
    expect(classified(staffFacts, [component('cong', portal)]).certainty).toBe('reading');
  });
});

describe('what stays open', () => {
  test('a component that could rise keeps the system open, with its name', () => {
    const facts = answered({ ...staffFacts }, ['centralised_critical_national_data']);
    const result = classified(facts, [
      component('web', { centralised_critical_national_data: false }),
      component('csdl', {}),
    ]);
    expect(result).toMatchObject({ computedLevel: 2, final: false });
    expect(result.open.map(({ id, component: part }) => [id, part])).toEqual([
      ['331-15.2', 'csdl'],
    ]);
  });

  test('a question of the system that every component answers is settled', () => {
    const facts = answered({ ...staffFacts }, ['centralised_critical_national_data']);
    const result = classified(facts, [
      component('web', { centralised_critical_national_data: false }),
    ]);
    expect(result).toMatchObject({ final: true, open: [] });
  });

  test('pending when no component has a level and one is open', () => {
    const facts = answered({ information_types: ['private'] }, ['system_types']);
    const result = classified(facts, [
      component('a', { system_types: ['other'] }),
      component('b', {}),
    ]);
    expect(result.open.every((each) => each.component === 'b')).toBe(true);
    expect(result.computedLevel).toBeNull();
    expect(result.status).toBe('pending');
  });

  test('a component that fits no criterion blocks, though another has a level', () => {
    const result = classified(answered({}, ['system_types']), [
      component('a', portal),
      component('b', { system_types: ['other'] }),
    ]);
    expect(result).toMatchObject({ computedLevel: 3, advisories: ['ADV-01'], blocked: true });
  });

  test('an invalid value of a component is unknown and does not fall back to the system', () => {
    const result = classified(staffFacts, [
      component('a', { centralised_critical_national_data: 0 }),
    ]);
    expect(result.final).toBe(false);
    expect(result.problems.map(({ fact, component: part }) => [fact, part])).toEqual([
      ['centralised_critical_national_data', 'a'],
    ]);
  });

  test('an invalid value of the system is reported once', () => {
    const facts = { ...staffFacts, owner_count: -1 };
    expect(classified(facts, [component('a', {}), component('b', {})]).problems).toHaveLength(1);
  });
});

describe('gates', () => {
  test('a part need not run on its own', () => {
    const result = classified(staffFacts, [component('a', { operates_independently: false })]);
    expect(result.status).toBe('determined');
  });

  test('a false gate of the whole stops', () => {
    const facts = { ...staffFacts, owner_count: 3 };
    expect(classified(facts, [component('a', portal)])).toMatchObject({
      status: 'fix_owner',
      computedLevel: null,
    });
  });
});
