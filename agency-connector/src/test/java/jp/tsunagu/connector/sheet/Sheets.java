package jp.tsunagu.connector.sheet;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.JsonForm;
import tools.jackson.databind.JsonNode;

/** A small invented city and sheets of the tests. */
final class Sheets {

  static final Instant NOW = Instant.parse("2026-09-03T01:20:00Z");
  static final AgencyId DESK = new AgencyId("desk");
  static final AgencyId SHAKYO = new AgencyId("shakyo");

  private Sheets() {}

  static NetworkDirectory directory() {
    return NetworkDirectory.EMPTY.with(
        List.of(
            agency("hokatsu-higashi", AgencyKind.COMMUNITY_SUPPORT),
            agency("shakyo", AgencyKind.SOCIAL_WELFARE_COUNCIL),
            agency("desk", AgencyKind.COORDINATION_DESK),
            settings()));
  }

  static FormReader reader() {
    return new FormReader(directory(), NOW);
  }

  static FormReading read(String sheet) {
    return reader().read(SheetFields.FORM, json(sheet));
  }

  static JsonNode json(String text) {
    return switch (JsonForm.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
      case JsonForm.Readable(var root) -> root;
      case JsonForm.Malformed malformed -> throw new AssertionError(malformed.problem());
    };
  }

  static TsunaguSheet usable(FormReading reading) {
    return switch (reading) {
      case FormReading.Usable(Filled filled) -> SheetFields.of(filled);
      case FormReading.Unusable(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static DirectoryRecord agency(String id, AgencyKind kind) {
    return new DirectoryRecord.Agency(
        new AgencyId(id),
        id,
        kind,
        StatisticsField.OTHER,
        Participation.CONNECTOR,
        Set.of(),
        true,
        null);
  }

  private static DirectoryRecord settings() {
    return new DirectoryRecord.NetworkSettings(
        new NetworkId("yui"),
        "結市",
        6,
        DESK,
        List.of(new DirectoryRecord.Area(new AreaId("tobu"), "東部")),
        List.of(),
        List.of(),
        List.of(),
        List.of(new DirectoryRecord.Reason("MINSEI", "民生委員", false)),
        List.of(),
        new DirectoryRecord.OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }
}
