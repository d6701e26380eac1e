package jp.tsunagu.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.topic.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTableTest {
  private static final String HOW_TO_RELEASE =
      "the IDL says something new; release it with"
          + " 'mvn -pl schemas/contract clean test -Dtest=SchemaTableTest -Drelease.schemas=true', then run again";

  @BeforeAll
  static void release_what_is_new_when_asked_to() throws IOException {
    if (Boolean.getBoolean("release.schemas")) {
      SchemaRelease.appendWhatIsNew();
    }
  }

  static List<Class<? extends Record>> records() {
    return RecordNames.classes();
  }

  @ParameterizedTest
  @MethodSource("records")
  void the_newest_released_schema_is_what_the_idl_says(Class<? extends Record> type) {
    var versions = SchemaTable.standard().versionsOf(RecordNames.nameOf(type));
    assertThat(versions).as(HOW_TO_RELEASE).isNotEmpty();
    assertThat(parse(versions.getLast())).as(HOW_TO_RELEASE).isEqualTo(CurrentSchemas.of(type));
  }

  @ParameterizedTest
  @MethodSource("records")
  void every_version_ever_released_can_be_read_and_can_read(Class<? extends Record> type) {
    var versions = SchemaTable.standard().versionsOf(RecordNames.nameOf(type));
    Schema newest = CurrentSchemas.of(type);
    for (SchemaTable.Entry old : versions) {
      assertThat(compatibility(newest, parse(old))).as("newest reads v%d", old.version()).isEmpty();
      if (type != CaseState.class) {
        assertThat(compatibility(parse(old), newest))
            .as("v%d reads the newest", old.version())
            .isEmpty();
      }
    }
  }

  @Test
  void ids_are_given_once_and_never_change() throws IOException {
    List<String> golden = Files.readAllLines(SchemaRelease.GOLDEN_TABLE);
    List<String> rows =
        SchemaTable.standard().entries().stream()
            .map(e -> e.id() + "\t" + e.recordName() + "\t" + e.version() + "\t" + e.sha256())
            .toList();
    assertThat(rows).isEqualTo(golden);
    assertThat(SchemaTable.standard().entries())
        .extracting(SchemaTable.Entry::id)
        .doesNotHaveDuplicates()
        .isSorted()
        .allMatch(id -> id > 0);
  }

  @Test
  void a_released_schema_is_never_edited() {
    assertThat(SchemaTable.standard().entries())
        .allSatisfy(e -> assertThat(SchemaRelease.sha256(e.schema())).isEqualTo(e.sha256()));
  }

  @Test
  void versions_of_a_record_count_from_one() {
    for (Class<? extends Record> type : records()) {
      var versions = SchemaTable.standard().versionsOf(RecordNames.nameOf(type));
      assertThat(versions)
          .extracting(SchemaTable.Entry::version)
          .isEqualTo(Stream.iterate(1, n -> n + 1).limit(versions.size()).toList());
    }
  }

  @Test
  void no_record_that_travels_between_programs_is_or_contains_a_union_of_records() {
    for (Class<? extends Record> type : records()) {
      if (type != CaseState.class) {
        List<String> unions = new ArrayList<>();
        collectUnions(CurrentSchemas.of(type), unions);
        assertThat(unions).as(type.getSimpleName()).isEmpty();
      }
    }
  }

  @Test
  void a_field_without_a_default_and_a_code_more_are_noticed_as_incompatible() {
    Schema old = record("{\"name\":\"a\",\"type\":\"int\"}");
    Schema field = record("{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\"}");
    assertThat(compatibility(field, old)).isNotEmpty();
    Schema one =
        record("{\"name\":\"a\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"X\"]}}");
    Schema two =
        record(
            "{\"name\":\"a\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"X\",\"Y\"]}}");
    assertThat(compatibility(one, two)).isNotEmpty();
    assertThat(compatibility(two, one)).isEmpty();
  }

  private static Schema record(String fields) {
    return new Schema.Parser()
        .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
  }

  @Test
  void a_subject_is_named_after_topic_and_record() {
    var topics = new Topics(new NetworkId("tachikawa"));
    assertThat(SchemaTable.standard().subjectsOf(topics.ledger()))
        .contains("tachikawa.referral.events.v1-jp.tsunagu.contract.avro.event.ReferralSent")
        .hasSize(topics.ledger().carries().size());
    assertThat(SchemaTable.standard().subjectsOf(topics.deadLetters())).isEmpty();
  }

  private static void collectUnions(Schema schema, List<String> found) {
    switch (schema.getType()) {
      case RECORD -> schema.getFields().forEach(field -> collectUnions(field.schema(), found));
      case ARRAY -> collectUnions(schema.getElementType(), found);
      case UNION -> {
        if (!schema.isNullable() || schema.getTypes().size() > 2) {
          found.add(schema.toString());
        }
        schema.getTypes().forEach(branch -> collectUnions(branch, found));
      }
      default -> {}
    }
  }

  private static Schema parse(SchemaTable.Entry entry) {
    return new Schema.Parser().parse(entry.schema());
  }

  private static List<?> compatibility(Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    return result.getType() == SchemaCompatibilityType.COMPATIBLE
        ? List.of()
        : result.getResult().getIncompatibilities();
  }
}
