package jp.tsunagu.compose.endtoend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.connector.sheet.Gender;
import jp.tsunagu.connector.sheet.PersonField;
import jp.tsunagu.connector.sheet.Trouble;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * つなぐシート by chance, over every field the form has: what is typed, and what its receiver must read
 * of it, worked out here and not by the product.
 */
final class RandomSheets {
  private static final List<String> TEXTS =
      List.of(
          "一行目\n二行目",
          "=1+1",
          "+81 と -3 と @all",
          "\"引用\"、カンマ,",
          "〜－‖—",
          "が゙ ﾊﾟ",
          "😀と①Ⅲ㈱",
          "タブ\tの後",
          "終わり",
          "'前に印",
          "膝が痛く買い物に行けない。");
  private static final List<String> NAMES = List.of("髙﨑 菫", "𠮷野 椿", "渡邉 楓", "齋藤 蓮", "犬飼 樹");
  private static final List<String> READINGS =
      List.of("たかさき すみれ", "ヨシノ ツバキ", "ﾜﾀﾅﾍﾞ ｶｴﾃﾞ", "さいとう はすみ", "いぬかい いつき");
  private static final List<String> RELATIONS = List.of("本人", "長男", "妻", "祖母(同居)", "=姪");

  /** Not those whose first pages other tests look at: these show twenty of each kind. */
  private static final List<AgencyId> RECEIVERS =
      List.of(SampleCity.KODOMO_KATEI, SampleCity.KONKYU_MADOGUCHI, SampleCity.DESK);

  private static final List<Statute> STATUTES = List.of(Statute.values());

  private final Random chance;
  private final Instant now;
  private final LocalDate today;

  /**
   * Sheets that are the same for the same seed and day.
   *
   * @param now the network's
   */
  RandomSheets(long seed, Instant now) {
    this.chance = new Random(seed);
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.today = TokyoTime.dateOf(now);
  }

  /**
   * A sheet as it is typed.
   *
   * @param readers who reads it, the first of them first; nobody where it is not passed on
   * @param parts what each of them reads, by the name of the part
   */
  record Typed(
      AgencyId sender,
      List<AgencyId> readers,
      ObjectNode form,
      Map<AgencyId, Map<String, JsonNode>> parts,
      Reception reception) {

    /** How it is counted. */
    record Reception(
        Set<Field> fields,
        ReceptionKind kind,
        @Nullable String introducedBy,
        boolean isProtected) {}

    /** What the first of them reads. */
    private Map<String, JsonNode> read() {
      return readers.isEmpty() ? Map.of() : parts.getOrDefault(readers.getFirst(), Map.of());
    }

    /** Whether the desk received it, or has to find who helps (振り分け). */
    boolean isWithTheDesk() {
      return sender.equals(SampleCity.DESK)
          || (form.has("referral") && !form.path("referral").has("receiver"));
    }
  }

  /** The next sheet. */
  Typed next() {
    return new Making().sheet();
  }

  /** One that tells a person's name by her consent and is passed on: anything can spoil it. */
  Typed nextByConsent() {
    Typed sheet = next();
    while (!sheet.form().at("/persons/0/basis").asString("").equals("CONSENT")
        || !sheet.read().getOrDefault("person-1", sheet.form()).has("name")) {
      sheet = next();
    }
    return sheet;
  }

  private boolean maybe(double share) {
    return chance.nextDouble() < share;
  }

  private <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }

  private <E extends Enum<E>> E any(Class<E> type) {
    return any(List.of(type.getEnumConstants()));
  }

  private <E extends Enum<E>> Set<E> some(Class<E> type, double share) {
    Set<E> some = EnumSet.noneOf(type);
    Arrays.stream(type.getEnumConstants()).filter(_ -> maybe(share)).forEach(some::add);
    return some;
  }

  /** Blanks around a text are not part of it. */
  private String text() {
    return any(TEXTS) + any(TEXTS) + chance.nextInt(1000);
  }

  private String around(String text) {
    return maybe(0.2) ? " " + text + "\n" : text;
  }

  /** As people or as systems write it. */
  private String day(LocalDate day) {
    return maybe(0.5) ? Wareki.format(day) : day.toString();
  }

  private static String fullWidth(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString(digit - '0' + '０'))
        .collect(Collectors.joining());
  }

  /** A sheet while it is made. */
  private final class Making {
    private final AgencyId sender;
    private final boolean phoned;
    private final ObjectNode form = JsonNodeFactory.instance.objectNode();
    private final Map<String, JsonNode> parts = new LinkedHashMap<>();
    private final Map<AgencyId, JsonNode> reasons = new LinkedHashMap<>();
    private final Map<Integer, Set<DetailKind>> told = new LinkedHashMap<>();
    private final Map<Integer, Boolean> shared = new LinkedHashMap<>();
    private final @Nullable AgencyId receiver;
    private final AgencyId reader;
    private final List<AgencyId> further;
    private final boolean isProtected;
    private final boolean mayKnowWhere;
    private final List<Integer> persons;
    private @Nullable AgencyId excluded;

    Making() {
      sender = maybe(0.6) ? SampleCity.DESK : SampleCity.HOKATSU;
      phoned = maybe(0.3);
      List<AgencyId> others = RECEIVERS.stream().filter(one -> !one.equals(sender)).toList();
      receiver = sender.equals(SampleCity.HOKATSU) && maybe(0.3) ? null : any(others);
      reader = Objects.requireNonNullElse(receiver, SampleCity.DESK);
      isProtected = sender.equals(SampleCity.HOKATSU) && maybe(0.3);
      mayKnowWhere = maybe(0.5);
      further =
          isProtected || maybe(0.4)
              ? List.of()
              : others.stream().filter(one -> !one.equals(reader)).toList();
      persons =
          IntStream.rangeClosed(1, 5).filter(number -> number == 1 || maybe(0.3)).boxed().toList();
    }

    Typed sheet() {
      Typed.Reception reception = consultation();
      if (phoned) {
        form.put("phonedAt", now.minusSeconds(3600).toString());
      }
      if (maybe(0.2)) {
        form.put("occurredAt", now.minusSeconds(60).atZone(TokyoTime.ZONE).toOffsetDateTime() + "");
      }
      if (maybe(0.1)) {
        form.put("onBehalfOf", SampleCity.SHAKYO.value());
      }
      if (maybe(0.1)) {
        consents(Set.of(1));
        return new Typed(sender, List.of(), form, Map.of(), reception);
      }
      referral();
      var rows = form.putArray("persons");
      persons.forEach(number -> person(rows.addObject().put("person", number), number));
      if (maybe(0.7)) {
        household();
      }
      members();
      note(form, reader);
      further();
      staff();
      consents(told.keySet());
      Map<AgencyId, Map<String, JsonNode>> read = new LinkedHashMap<>();
      readers().forEach(one -> read.put(one, readBy(one)));
      return new Typed(sender, readers(), form, read, reception);
    }

    private List<AgencyId> readers() {
      return Stream.concat(Stream.of(reader), further.stream()).toList();
    }

    /** All of it, and the reason why it came to her. */
    private Map<String, JsonNode> readBy(AgencyId one) {
      Map<String, JsonNode> read = new LinkedHashMap<>(parts);
      JsonNode reason = reasons.get(one);
      if (reason != null) {
        read.put(one.equals(reader) ? "note" : "note-" + one, reason);
      }
      return read;
    }

    private void further() {
      if (!further.isEmpty()) {
        var rows = form.putArray("further");
        further.forEach(one -> further(rows.addObject().put("receiver", one.value()), one));
      }
    }

    private void further(ObjectNode row, AgencyId to) {
      goes(row);
      note(row, to);
    }

    private Typed.Reception consultation() {
      var node = form.putObject("consultation");
      Set<Field> fields = some(Field.class, 0.4);
      if (fields.isEmpty()) {
        fields.add(any(Field.class));
      }
      var list = node.putArray("fields");
      fields.forEach(field -> list.add(maybe(0.5) ? field.name() : field.label()));
      node.put("area", any(List.of("chubu", "北部東", "nambu-nishi")));
      node.put("urgency", any(List.of("緊急", "URGENT", "通常")));
      ReceptionKind kind = maybe(0.2) ? ReceptionKind.CARRIED_OVER : ReceptionKind.NEW;
      if (kind == ReceptionKind.CARRIED_OVER || maybe(0.5)) {
        node.put("reception", kind.label());
      }
      String introducedBy = maybe(0.7) ? any(List.of("SELF", "SCHOOL", "TAX_OFFICE")) : null;
      if (introducedBy != null) {
        node.put("introducedBy", introducedBy);
      }
      if (maybe(0.7)) {
        node.put("persons", 5 + chance.nextInt(20));
      }
      if (isProtected) {
        protection(node.putObject("protection"));
      }
      return new Typed.Reception(fields, kind, introducedBy, isProtected);
    }

    private void protection(ObjectNode node) {
      node.put("until", day(today.plusDays(1 + chance.nextInt(300))));
      if (mayKnowWhere) {
        node.putArray("named").add(reader.value());
      }
      if (maybe(0.5)) {
        excluded =
            any(
                SampleCity.AGENCIES.stream()
                    .filter(one -> !one.equals(reader) && !one.equals(sender))
                    .toList());
        node.putArray("excluded").add(excluded.value());
      }
    }

    private void referral() {
      var node = form.putObject("referral");
      if (receiver != null) {
        node.put("receiver", receiver.value());
      }
      goes(node);
    }

    private void goes(ObjectNode node) {
      if (maybe(0.5)) {
        node.put("mode", any(List.of("協働", "HANDOVER", "助言")));
      }
      if (maybe(0.5)) {
        node.put("urgency", any(List.of("準緊急", "NORMAL")));
      }
    }

    private void person(ObjectNode row, int number) {
      Set<DetailKind> omitted = maybe(0.2) ? some(DetailKind.class, 0.2) : Set.of();
      boolean hidesContact = isProtected && !mayKnowWhere;
      var person = JsonNodeFactory.instance.objectNode();
      var whereabouts = JsonNodeFactory.instance.objectNode();
      Set<DetailKind> details = EnumSet.noneOf(DetailKind.class);
      for (PersonField field : PersonField.values()) {
        boolean contact = field.detail() == DetailKind.CONTACT;
        if (maybe(0.6) && !(contact && hidesContact)) {
          String read = value(row, field);
          if (!omitted.contains(field.detail())) {
            (contact && isProtected ? whereabouts : person).put(field.id(), read);
            details.add(field.detail());
          }
        }
      }
      troubles(row, omitted, person, details);
      if (!omitted.isEmpty()) {
        var list = row.putArray("omit");
        omitted.forEach(detail -> list.add(maybe(0.5) ? detail.name() : detail.label()));
      }
      boolean share = maybe(0.9);
      shared.put(number, share);
      if (share) {
        told.put(number, details);
        basis(row);
        put("person-" + number, person);
        put("whereabouts-" + number, whereabouts);
        if (maybe(0.2)) {
          row.put("share", true);
        }
      } else {
        row.put("share", "いいえ");
      }
    }

    private String value(ObjectNode row, PersonField field) {
      int at = chance.nextInt(NAMES.size());
      return switch (field) {
        case NAME -> typed(row, field, NAMES.get(at));
        case KANA -> typed(row, field, READINGS.get(at));
        case ADDRESS -> typed(row, field, "東京都立川市架空町" + (1 + at) + "-2-" + chance.nextInt(90));
        case PHONE_HOME -> typed(row, field, "042-000-" + (1000 + chance.nextInt(9000)));
        case PHONE_MOBILE -> typed(row, field, "070-0000-" + (1000 + chance.nextInt(9000)));
        case GENDER -> {
          Gender gender = any(Gender.class);
          row.put(field.id(), maybe(0.5) ? gender.name() : gender.label());
          yield gender.name();
        }
        case BIRTH_DATE -> {
          LocalDate born = today.minusDays(1 + chance.nextInt(40_000));
          row.put(field.id(), day(born));
          yield born.toString();
        }
        default -> typed(row, field, text());
      };
    }

    private String typed(ObjectNode row, PersonField field, String text) {
      row.put(field.id(), around(text));
      return text;
    }

    private void troubles(
        ObjectNode row, Set<DetailKind> omitted, ObjectNode person, Set<DetailKind> details) {
      Set<Trouble> troubles = some(Trouble.class, 0.15);
      if (troubles.isEmpty()) {
        return;
      }
      var list = row.putArray("troubles");
      troubles.forEach(trouble -> list.add(maybe(0.5) ? trouble.name() : trouble.label()));
      var read = troubles.stream().filter(trouble -> !omitted.contains(trouble.detail())).toList();
      if (!read.isEmpty()) {
        var names = person.putArray("troubles");
        read.forEach(trouble -> names.add(trouble.name()));
        read.forEach(trouble -> details.add(trouble.detail()));
      }
    }

    private void put(String name, ObjectNode content) {
      if (!content.isEmpty()) {
        parts.put(name, content);
      }
    }

    /** A ground that lets the receiver read. */
    private void basis(ObjectNode row) {
      double which = chance.nextDouble();
      if (which < 0.6) {
        row.put("basis", "CONSENT");
      } else if (which < 0.7 && readers().equals(List.of(SampleCity.DESK))) {
        row.put("basis", "SUPPORT_CONFERENCE");
      } else {
        row.put("basis", "法令");
        Statute statute = any(STATUTES);
        while (statute.telephoneFirst() && !phoned) {
          statute = any(STATUTES);
        }
        row.put("statute", maybe(0.5) ? statute.name() : statute.label());
      }
    }

    private void household() {
      var node = form.putObject("household");
      int toldBy = any(persons);
      if (toldBy > 1 || maybe(0.5)) {
        node.put("toldBy", toldBy);
      }
      boolean share = maybe(0.9);
      if (share) {
        basis(node);
        told.computeIfAbsent(toldBy, _ -> EnumSet.noneOf(DetailKind.class))
            .add(DetailKind.HOUSEHOLD);
      } else {
        node.put("share", "いいえ");
      }
      var rows = node.putArray("rows");
      var content = JsonNodeFactory.instance.objectNode();
      var read = content.putArray("rows");
      for (int at = 0; at <= chance.nextInt(4); at++) {
        String relation = any(RELATIONS);
        var row = rows.addObject().put("relation", around(relation));
        var item = read.addObject().put("relation", relation);
        if (maybe(0.7)) {
          int age = chance.nextInt(100);
          row.put("age", maybe(0.5) ? Integer.toString(age) : fullWidth(age));
          item.put("age", age);
        }
      }
      if (share) {
        put("household", content);
      }
    }

    /** 備考 stands in the row of the member it is about. */
    private void members() {
      if (!form.has("household") || form.path("household").has("share")) {
        return;
      }
      Map<Integer, List<String>> notes = new LinkedHashMap<>();
      for (JsonNode row : form.path("household").path("rows")) {
        int member = any(persons);
        boolean isTold =
            Boolean.TRUE.equals(shared.get(member))
                && !form.at("/persons/" + persons.indexOf(member)).has("omit");
        if (isTold && maybe(0.4)) {
          String note = text();
          ((ObjectNode) row).put("person", member).put("note", around(note));
          notes.computeIfAbsent(member, _ -> new ArrayList<>()).add(note);
        }
      }
      notes.forEach(
          (member, texts) -> {
            Objects.requireNonNull(told.get(member)).add(DetailKind.HOUSEHOLD);
            ((ObjectNode)
                    parts.computeIfAbsent(
                        "person-" + member, _ -> JsonNodeFactory.instance.objectNode()))
                .put("memberNote", String.join("\n", texts));
          });
    }

    private void note(ObjectNode into, AgencyId to) {
      if (maybe(0.2)) {
        return;
      }
      String note = text();
      into.put("note", around(note));
      reasons.put(to, JsonNodeFactory.instance.objectNode().put("text", note));
      int about = any(persons);
      if (maybe(0.4)) {
        into.put("noteNamesNoOne", true);
      } else {
        into.put("noteAbout", about);
        if (!Boolean.TRUE.equals(shared.get(about)) || maybe(0.3)) {
          var ground = JsonNodeFactory.instance.objectNode();
          basis(ground);
          into.set("noteBasis", ground.get("basis"));
          if (ground.has("statute")) {
            into.set("noteStatute", ground.get("statute"));
          }
        }
        told.computeIfAbsent(about, _ -> EnumSet.noneOf(DetailKind.class))
            .add(DetailKind.CONSULTATION);
      }
    }

    private void staff() {
      var node = JsonNodeFactory.instance.objectNode();
      if (maybe(0.8)) {
        node.put("name", "見本 担当" + chance.nextInt(100));
      }
      if (maybe(0.6)) {
        node.put("phone", "042-000-2" + (100 + chance.nextInt(900)));
      }
      if (!node.isEmpty()) {
        form.set("staff", node);
        put("staff", node);
      }
    }

    /** Each of them agrees, for both purposes, that the readers may know what is told. */
    private void consents(Set<Integer> of) {
      var list = form.putArray("consents");
      for (int person : new TreeSet<>(of)) {
        for (String purpose : List.of("COMPREHENSIVE_SUPPORT", "多機関協働")) {
          consent(list.addObject().put("person", person).put("purpose", purpose), person);
        }
      }
    }

    private void consent(ObjectNode node, int person) {
      Set<DetailKind> scope = EnumSet.copyOf(some(DetailKind.class, 0.3));
      scope.addAll(told.getOrDefault(person, Set.of(DetailKind.IDENTITY)));
      scope.add(DetailKind.IDENTITY);
      var details = node.putArray("scope");
      scope.forEach(detail -> details.add(maybe(0.5) ? detail.name() : detail.label()));
      Set<AgencyId> others =
          SampleCity.AGENCIES.stream()
              .filter(one -> !readers().contains(one) && !one.equals(excluded) && maybe(0.3))
              .collect(Collectors.toSet());
      var recipients = node.putArray("recipients");
      readers().forEach(one -> recipients.add(one.value()));
      others.forEach(one -> recipients.add(one.value()));
      if (!others.isEmpty() && maybe(0.3)) {
        node.putArray("exclusions")
            .addObject()
            .put("detail", any(DetailKind.class).name())
            .put("agency", others.iterator().next().value());
      }
      node.put("method", any(List.of("書面", "ORAL", "電話", "家族代筆")));
      node.put("givenOn", day(today.minusDays(chance.nextInt(60))));
      if (maybe(0.4)) {
        node.put("expiresOn", day(today.plusDays(1 + chance.nextInt(600))));
      }
    }
  }
}
