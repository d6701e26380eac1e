package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.description.Gives;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person must look at, and that one has. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/alarms")
@Tag(name = "警告", description = "人が確かめるまで立っている警告")
class AlarmController {

  private final Alarms alarms;

  AlarmController(Alarms alarms) {
    this.alarms = alarms;
  }

  /**
   * An alarm that stands.
   *
   * @param partition and {@code offset} of the inbox topic, where it is about a record
   */
  record Standing(
      long id,
      Coded kind,
      boolean needsAPerson,
      @Nullable Integer partition,
      @Nullable Long offset,
      Instant since) {

    static Standing of(Alarm alarm) {
      return new Standing(
          alarm.id(),
          new Coded(alarm.kind().name(), alarm.kind().label()),
          alarm.kind().needsAPerson(),
          alarm.partition().orElse(null),
          alarm.offset().orElse(null),
          alarm.since());
    }
  }

  @Gives(value = Standing.class, list = "alarms")
  @GetMapping
  @Operation(summary = "立っている警告(古い順)")
  ResponseEntity<Object> open(HttpServletRequest request) {
    return Answers.ok(
        Map.of(
            "alarms", alarms.open(ActingAgency.of(request)).stream().map(Standing::of).toList()));
  }

  @Gives(value = Object.class, status = 202, description = "確かめました")
  @PostMapping("/{id}/acknowledge")
  @Operation(
      summary = "警告を確かめた",
      description = "needsAPerson の警告は、確かめるまで /actuator/health が DOWN です。")
  ResponseEntity<Object> acknowledge(HttpServletRequest request, @PathVariable long id) {
    return Answers.asked(alarms.acknowledge(ActingAgency.of(request), id));
  }
}
