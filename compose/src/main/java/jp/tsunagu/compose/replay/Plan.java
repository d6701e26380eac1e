package jp.tsunagu.compose.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.household.Households;
import jp.tsunagu.compose.ledger.CombinationTable;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;

/** Which household comes to whom, by which way, and what happens then: the same for one seed. */
record Plan(List<Entry> entries) {
  /** Of twelve consultations one is received by the desk itself. */
  private static final int DESK_EVERY = 12;

  private static final Map<Field, AgencyId> IN_CHARGE =
      new EnumMap<>(
          Map.of(
              Field.ELDERLY_CARE, SampleCity.HOKATSU,
              Field.DISABILITY, SampleCity.SHOGAI_SOUDAN,
              Field.CHILDREN, SampleCity.KODOMO_KATEI,
              Field.POVERTY, SampleCity.KONKYU_MADOGUCHI,
              Field.OTHER, SampleCity.SHAKYO));

  Plan {
    entries = List.copyOf(entries);
  }

  /** A consultation for every count of every row, shuffled. */
  static Plan of(CombinationTable table, long seed, LocalDate today) {
    var combinations = new ArrayList<List<Field>>();
    table
        .rows()
        .forEach(row -> combinations.addAll(Collections.nCopies(row.count(), row.fields())));
    var chance = new Random(seed);
    Collections.shuffle(combinations, chance);
    var households = new Households(chance, today);
    var entries = new ArrayList<Entry>();
    for (var number = 1; number <= combinations.size(); number++) {
      var fields = combinations.get(number - 1);
      entries.add(entry(number, households, fields));
    }
    return new Plan(entries);
  }

  /** How many consultations have this story. */
  int with(Story story) {
    return (int) entries.stream().filter(entry -> entry.story() == story).count();
  }

  private static Entry entry(int number, Households households, List<Field> fields) {
    var receivedBy =
        number % DESK_EVERY == 0
            ? SampleCity.DESK
            : SampleCity.AGENCIES.get(number % SampleCity.AGENCIES.size());
    var receiver = inCharge(fields, receivedBy);
    var other = nextAfter(receiver, receivedBy);
    var channel = Channel.values()[number % Channel.values().length];
    var story = Story.values()[number % Story.values().length];
    return new Entry(number, households.next(fields), receivedBy, receiver, other, channel, story);
  }

  /** The agency of the first field that is not the one that asks. */
  private static AgencyId inCharge(List<Field> fields, AgencyId receivedBy) {
    return fields.stream()
        .map(IN_CHARGE::get)
        .filter(agency -> !agency.equals(receivedBy))
        .findFirst()
        .orElseGet(() -> nextAfter(receivedBy, receivedBy));
  }

  private static AgencyId nextAfter(AgencyId agency, AgencyId not) {
    var all = SampleCity.AGENCIES;
    var next = all.get((all.indexOf(agency) + 1) % all.size());
    return next.equals(not) ? nextAfter(next, not) : next;
  }
}
