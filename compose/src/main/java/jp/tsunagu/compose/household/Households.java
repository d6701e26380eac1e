package jp.tsunagu.compose.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * Invents households: the same seed gives the same ones. Nobody real is meant: family names,
 * streets and numbers do not exist, and every family name holds {@link #CANARY}, so that a search
 * for it finds every place where a dossier became readable.
 */
public final class Households {
  /** Part of every family name; stands in every dossier and nowhere else. */
  public static final String CANARY = "鶸谷";

  /** How {@link #CANARY} is read; part of every ふりがな. */
  public static final String CANARY_KANA = "ひわや";

  private static final List<AreaId> AREAS =
      List.of(
          new AreaId("nambu-nishi"),
          new AreaId("nambu-higashi"),
          new AreaId("chubu"),
          new AreaId("hokubu-higashi"),
          new AreaId("hokubu-naka"),
          new AreaId("hokubu-nishi"));
  private static final List<Word> BEFORE =
      List.of(
          new Word("上", "かみ"),
          new Word("下", "しも"),
          new Word("東", "ひがし"),
          new Word("西", "にし"),
          new Word("髙", "たか"),
          new Word("大", "おお"),
          new Word("小", "こ"),
          new Word("奥", "おく"));
  private static final List<Word> AFTER =
      List.of(
          new Word("", ""),
          new Word("沢", "ざわ"),
          new Word("﨑", "ざき"),
          new Word("原", "はら"),
          new Word("野", "の"),
          new Word("内", "うち"));
  private static final List<Word> WOMEN =
      List.of(
          new Word("トミ", "とみ"),
          new Word("ハル", "はる"),
          new Word("恵子", "けいこ"),
          new Word("美咲", "みさき"),
          new Word("結衣", "ゆい"));
  private static final List<Word> MEN =
      List.of(
          new Word("昭三", "しょうぞう"),
          new Word("修", "おさむ"),
          new Word("義男", "よしお"),
          new Word("健太", "けんた"),
          new Word("陽斗", "はると"));
  private static final List<String> INTRODUCERS =
      List.of("SELF", "FAMILY", "WELFARE_COMMISSIONER", "CARE_MANAGER", "TAX_OFFICE");

  private final RandomGenerator chance;
  private final LocalDate today;

  /**
   * An inventor of households.
   *
   * @param today the day on which the ages are right
   */
  public Households(RandomGenerator chance, LocalDate today) {
    this.chance = chance;
    this.today = today;
  }

  private record Word(String written, String read) {}

  /** Another household with these fields. */
  public Household next(List<Field> fields) {
    var before = one(BEFORE);
    var after = one(AFTER);
    var family =
        new Word(before.written + CANARY + after.written, before.read + CANARY_KANA + after.read);
    return new Household(
        fields,
        one(AREAS),
        urgency(),
        one(INTRODUCERS),
        persons(fields, family),
        "立川市つなぎ町" + between(1, 9) + "丁目" + between(1, 40) + "番" + between(1, 30) + "号",
        "042-000-" + between(3000, 9999),
        fields.stream().map(field -> Situation.of(field, family.written)).toList());
  }

  private Urgency urgency() {
    var drawn = chance.nextInt(10);
    return drawn == 0 ? Urgency.EMERGENCY : drawn < 3 ? Urgency.URGENT : Urgency.NORMAL;
  }

  private List<Person> persons(List<Field> fields, Word family) {
    var persons = new ArrayList<Person>();
    if (fields.contains(Field.ELDERLY_CARE)) {
      persons.add(person(family, "本人", between(75, 92)));
      persons.add(person(family, "子", between(46, 60)));
    } else {
      persons.add(person(family, "本人", between(30, 60)));
    }
    if (fields.contains(Field.CHILDREN)) {
      persons.add(person(family, persons.size() > 1 ? "孫" : "子", between(4, 17)));
    }
    return persons;
  }

  private Person person(Word family, String relation, int age) {
    var woman = chance.nextBoolean();
    var given = one(woman ? WOMEN : MEN);
    return new Person(
        family.written + " " + given.written,
        family.read + " " + given.read,
        woman ? "女" : "男",
        today.minusYears(age).minusDays(between(1, 360)),
        relation,
        age);
  }

  private int between(int least, int most) {
    return chance.nextInt(least, most + 1);
  }

  private <T> T one(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
