package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.endtoend.RandomSheets.Typed;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sheets by chance over every field of the form, through the interface and as files, a third of
 * them refused: receivers read exactly what was typed, and the tables count what was taken.
 */
@Tag("slow")
@Order(2)
@ResourceLock(RunningNetwork.BROKER)
@ExtendWith(RunningNetwork.class)
class RandomSheetsTest {
  private static final long SEED = 20261127;
  private static final int SHEETS = 81;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What makes a sheet one that is refused, and what the refusal names. */
  private enum Spoilt {
    NOBODY_CONSENTS("NO_BASIS_FOR_PERSON", sheet -> sheet.putArray("consents")),
    CONSENTS_TO_LESS(
        "NO_BASIS_FOR_PERSON",
        sheet ->
            sheet
                .path("consents")
                .forEach(one -> ((ObjectNode) one).putArray("scope").add("RIGHTS"))),
    NOT_PHONED(
        "TELEPHONE_FIRST",
        sheet -> {
          sheet.remove("phonedAt");
          first(sheet).put("basis", "LAW").put("statute", "LIFE_AND_BODY");
        }),
    NO_AREA("consultation.area", sheet -> consultation(sheet).remove("area")),
    UNKNOWN_FIELD(
        "consultation.fields[0]", sheet -> consultation(sheet).putArray("fields").add("農業")),
    NO_SUCH_DAY("persons[0].birthDate", sheet -> first(sheet).put("birthDate", "昭和60年2月30日")),
    SPOILT_TELEPHONE("persons[0].phoneHome", sheet -> first(sheet).put("phoneHome", "4.20E+08")),
    LOST_CHARACTER("persons[0].name", sheet -> first(sheet).put("name", "架空 〓子")),
    TOO_LONG("persons[0].wish", sheet -> first(sheet).put("wish", "あ".repeat(4001))),
    STATUTE_WITHOUT_LAW(
        "persons[0].statute", sheet -> first(sheet).put("statute", "LIFE_AND_BODY")),
    SAME_PERSON_TWICE(
        "persons[1].person",
        sheet -> {
          ObjectNode person = first(sheet);
          sheet.putArray("persons").add(person).add(person.deepCopy());
        }),
    SENT_TO_NOBODY("persons[0].name", sheet -> sheet.remove("referral")),
    NAMED_AFTER_ALL(
        "note",
        sheet -> {
          List.of("noteAbout", "noteBasis", "noteStatute").forEach(sheet::remove);
          sheet.put("noteNamesNoOne", true);
          sheet.put("note", first(sheet).path("name").asString().strip() + "さんのことです。");
        });

    private final String told;
    private final Consumer<ObjectNode> spoil;

    Spoilt(String told, Consumer<ObjectNode> spoil) {
      this.told = told;
      this.spoil = spoil;
    }

    private static ObjectNode first(ObjectNode sheet) {
      return (ObjectNode) sheet.path("persons").path(0);
    }

    private static ObjectNode consultation(ObjectNode sheet) {
      return (ObjectNode) sheet.path("consultation");
    }

    /** How a file of lines names it. */
    String heading() {
      return told.contains("_") ? told : SheetAsCsv.heading(told);
    }
  }

  /** How a sheet comes in. */
  private enum Way {
    INTERFACE,
    JSON_FILE,
    CSV_FILE
  }

  /** A sheet on its way. */
  private record Sent(int number, Way way, Typed typed, @Nullable Spoilt spoilt) {}

  /** Whether it was taken, what was told, and the ids it got. */
  private record Decided(boolean taken, String told, JsonNode ids) {}

  @Test
  void receivers_read_what_was_typed_and_the_tables_count_what_was_taken(Network network)
      throws IOException {
    List<Sent> sheets = sheets(network);
    network.awaitCounted();
    Counted before = Counted.of(network);

    Map<Integer, Decided> decided = handIn(network, sheets);

    for (Sent sheet : sheets) {
      Decided outcome = Objects.requireNonNull(decided.get(sheet.number()));
      Spoilt spoilt = sheet.spoilt();
      assertThat(outcome.taken()).as("%s: %s", outcome, sheet).isEqualTo(spoilt == null);
      if (spoilt != null) {
        assertThat(outcome.told())
            .as("%s", sheet)
            .contains(sheet.way() == Way.CSV_FILE ? spoilt.heading() : spoilt.told);
      }
    }
    List<Sent> taken = sheets.stream().filter(sheet -> sheet.spoilt() == null).toList();
    for (Sent sheet : taken) {
      JsonNode ids = Objects.requireNonNull(decided.get(sheet.number())).ids();
      await().atMost(SOON).untilAsserted(() -> readsExactly(network, sheet, ids));
    }
    Counted expected = expected(taken, decided);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(Counted.of(network).since(before)).isEqualTo(expected));
    for (Sent sheet : taken) {
      accept(network, sheet, Objects.requireNonNull(decided.get(sheet.number())).ids());
    }
  }

  /**
   * Other tests look for a case of theirs among what waits at an agency, a list with an end. What
   * waits for the desk to choose a receiver stays.
   */
  private static void accept(Network network, Sent sheet, JsonNode ids) {
    List<AgencyId> readers = sheet.typed().readers();
    for (int at = 0; at < readers.size(); at++) {
      if (!readers.get(at).equals(DESK)) {
        var leg = ids.path("referralIds").path(at).asString();
        var reply = network.agency(readers.get(at)).act(leg, "accept", "{}");
        assertThat(reply.isSuccess()).as("%s", reply).isTrue();
      }
    }
  }

  @Test
  void no_field_of_the_form_is_left_out(Network network) {
    Set<String> used = new HashSet<>();

    sheets(network).stream()
        .filter(sheet -> sheet.spoilt() == null)
        .forEach(sheet -> addFields("", sheet.typed().form(), used));

    assertThat(used).containsAll(declared(SheetFields.FORM, ""));
  }

  private static List<Sent> sheets(Network network) {
    var made = new RandomSheets(SEED, network.machine().clock().instant());
    List<Sent> sheets = new ArrayList<>();
    for (int number = 0; number < SHEETS; number++) {
      Way way = Way.values()[number / 3 % Way.values().length];
      Spoilt spoilt = number % 3 == 0 ? Spoilt.values()[number / 3 % Spoilt.values().length] : null;
      Typed typed = spoilt == null ? made.next() : made.nextByConsent();
      if (spoilt != null) {
        spoilt.spoil.accept(typed.form());
      }
      sheets.add(new Sent(number, way, typed, spoilt));
    }
    return sheets;
  }

  /** But for files, which are handed in before the sheet that names them. */
  private static Set<String> declared(Form form, String prefix) {
    Set<String> paths = new HashSet<>();
    for (FormField<?> field : form.fields()) {
      if (field.kind() instanceof Kind.Rows rows && rows.areFiles()) {
        continue;
      }
      String path = prefix + field.name();
      paths.add(path);
      SheetAsCsv.inner(field).ifPresent(inner -> paths.addAll(declared(inner, path + ".")));
    }
    return paths;
  }

  private static void addFields(String prefix, JsonNode filled, Set<String> used) {
    filled
        .properties()
        .forEach(
            field -> {
              String path = prefix + field.getKey();
              used.add(path);
              if (field.getValue().isArray()) {
                field.getValue().forEach(row -> addFields(path + ".", row, used));
              } else {
                addFields(path + ".", field.getValue(), used);
              }
            });
  }

  private static Map<Integer, Decided> handIn(Network network, List<Sent> sheets)
      throws IOException {
    Map<Integer, Decided> decided = new HashMap<>();
    Map<Integer, Path> files = new HashMap<>();
    for (Sent sheet : sheets) {
      ObjectNode form = sheet.typed().form();
      switch (sheet.way()) {
        case INTERFACE ->
            decided.put(sheet.number(), byInterface(network, sheet.typed().sender(), form));
        case JSON_FILE ->
            files.put(sheet.number(), put(network, sheet, ".json", JSON.writeValueAsBytes(form)));
        case CSV_FILE ->
            files.put(
                sheet.number(),
                put(network, sheet, ".csv", SheetAsCsv.of(form).getBytes(StandardCharsets.UTF_8)));
      }
    }
    files.forEach((number, file) -> decided.put(number, byFile(file)));
    return decided;
  }

  private static Decided byInterface(Network network, AgencyId sender, ObjectNode form) {
    var reply = network.agency(sender).register(form.toString());
    return new Decided(reply.isSuccess(), reply.body().toString(), reply.body());
  }

  /** Under which name it is answered: a receipt, or a report beside what was rejected. */
  private static Path put(Network network, Sent sheet, String ending, byte[] content)
      throws IOException {
    Path folder = network.folder().exchange().resolve(sheet.typed().sender().value());
    String name = "random-" + sheet.number() + ending;
    Files.write(folder.resolve("out").resolve(name), content);
    Files.writeString(folder.resolve("out").resolve(name + ".sha256"), Sha256.hex(content));
    return folder.resolve("in").resolve(name);
  }

  private static Decided byFile(Path file) {
    return await()
        .alias(file.getFileName().toString())
        .atMost(SOON)
        .until(() -> answer(file), Objects::nonNull);
  }

  private static @Nullable Decided answer(Path file) throws IOException {
    Path receipt = Path.of(file + ".receipt.json");
    Path report =
        file.resolveSibling("../rejected/" + file.getFileName() + ".report.json").normalize();
    Path told = Files.exists(receipt) ? receipt : report;
    if (!Files.exists(told)) {
      return null;
    }
    JsonNode read = JSON.readTree(Files.readAllBytes(told));
    return read.path("taken").isBoolean()
        ? new Decided(
            read.path("taken").booleanValue(), read.toString(), read.path("sheets").path(0))
        : null;
  }

  private static void readsExactly(Network network, Sent sheet, JsonNode ids) {
    List<AgencyId> readers = sheet.typed().readers();
    List<String> legs = new ArrayList<>();
    ids.path("referralIds").forEach(leg -> legs.add(leg.asString()));
    assertThat(legs).as("%s: %s", ids, sheet).hasSameSizeAs(readers);
    for (int at = 0; at < legs.size(); at++) {
      AgencyId reader = readers.get(at);
      var reply = network.agency(reader).referral(legs.get(at));
      assertThat(read(reply.body()))
          .as("%s: %s: %s", reader, reply, sheet)
          .isEqualTo(sheet.typed().parts().get(reader));
    }
  }

  private static Map<String, JsonNode> read(JsonNode referral) {
    Map<String, JsonNode> read = new TreeMap<>();
    for (JsonNode part : referral.path("dossiers").path(0).path("parts")) {
      if (!part.path("name").asString("").startsWith("token-")) {
        read.put(part.path("name").asString(), part.path("content"));
      }
    }
    return read;
  }

  private static Counted expected(List<Sent> taken, Map<Integer, Decided> decided) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, String> rows = new TreeMap<>();
    for (Sent sheet : taken) {
      Typed typed = sheet.typed();
      counts.merge("opened", 1L, Long::sum);
      if (typed.isWithTheDesk()) {
        boolean isNew = typed.reception().kind() == ReceptionKind.NEW;
        counts.merge(isNew ? "new" : "carriedOver", 1L, Long::sum);
        if (!typed.reception().isProtected()) {
          JsonNode ids = Objects.requireNonNull(decided.get(sheet.number())).ids();
          rows.put(
              ids.path("caseId").asString(),
              fields(typed.reception().fields()) + (isNew ? " 新規" : " 前年度からの継続"));
        }
      }
      if (typed.sender().equals(DESK)) {
        String by = Objects.requireNonNullElse(typed.reception().introducedBy(), "NOT_RECORDED");
        counts.merge("introduced by " + by, 1L, Long::sum);
      }
    }
    return new Counted(counts, rows);
  }

  private static String fields(Set<Field> fields) {
    return fields.stream().sorted().map(Field::label).collect(Collectors.joining("/"));
  }

  /**
   * What the statistics tell.
   *
   * @param counts of the year, but for those that are zero
   * @param rows in which row and column of 相談の種類 each case is counted
   */
  private record Counted(Map<String, Long> counts, Map<String, String> rows) {

    static Counted of(Network network) {
      var statistics =
          new ServiceClient(
              network.http(),
              network.machine().statistics().orElseThrow(),
              SampleCity.MANAGER_TOKEN);
      var now = network.machine().clock().instant();
      var year = "?year=" + FiscalYear.of(now).startYear();
      Map<String, Long> counts = new TreeMap<>();
      var day = TokyoTime.dateOf(now);
      for (JsonNode row :
          statistics
              .get("/api/flow?from=" + day.minusDays(1) + "&until=" + day)
              .body()
              .path("rows")) {
        if (row.path("coordinator").asString("").equals("全体")) {
          counts.merge("opened", row.path("opened").asLong(), Long::sum);
        }
      }
      for (JsonNode row : statistics.get("/api/tables/consultations" + year).body().path("rows")) {
        if (row.path("fields").asString("").equals("計")) {
          counts.put("new", row.path("new").asLong());
          counts.put("carriedOver", row.path("carriedOver").asLong());
        }
      }
      for (JsonNode row : statistics.get("/api/tables/programmes" + year).body().path("rows")) {
        if (row.path("group").asString("").equals("紹介元")) {
          counts.put("introduced by " + row.path("code").asString(), row.path("count").asLong());
        }
      }
      Map<String, String> rows = new TreeMap<>();
      for (JsonNode row :
          statistics
              .get("/api/tables/consultations/cases" + year + "&limit=200")
              .body()
              .path("rows")) {
        if (row.path("excluded").asString("").isEmpty()) {
          rows.put(
              row.path("caseId").asString(),
              row.path("fields").asString() + " " + row.path("column").asString());
        }
      }
      return new Counted(counts, rows);
    }

    Counted since(Counted before) {
      Map<String, Long> more = new TreeMap<>();
      counts.forEach(
          (name, count) -> {
            long difference = count - before.counts.getOrDefault(name, 0L);
            if (difference != 0) {
              more.put(name, difference);
            }
          });
      Map<String, String> added = new TreeMap<>(rows);
      added.keySet().removeAll(before.rows.keySet());
      return new Counted(more, added);
    }
  }
}
