package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.figures.ConferenceFigures;
import jp.tsunagu.scheduler.figures.HeldItems;
import jp.tsunagu.scheduler.figures.MeetingFigures;
import jp.tsunagu.scheduler.figures.ParticipantRules;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "会議の年間の数字", description = "開催(定例・臨時・事案ごと・緊急)、検討実件数と延べ件数、参加機関のべ")
@RestController
final class FiguresController {

  private final ReadingRoom room;

  FiguresController(ReadingRoom room) {
    this.room = room;
  }

  /** The figures of a fiscal year. */
  record FiguresView(int year, LocalDate asOf, List<FigureView> figures) {}

  /** The figures of one kind of conference. */
  record FigureView(
      Coded conference,
      int held,
      List<SessionCount> sessions,
      int cases,
      int hearings,
      String casesLabel,
      List<FieldCount> participants) {}

  /** Meetings held, by how they came about. */
  record SessionCount(Coded session, int count) {}

  /** Agencies that took part (のべ), by field. */
  record FieldCount(Coded field, int count) {}

  @Operation(
      summary = "年間の数字",
      description = "year は年度(4月から翌年3月)。countOrganiser は主催者を参加機関に数えるか(市が選ぶ)")
  @Gives(FiguresView.class)
  @GetMapping("/api/figures")
  ResponseEntity<Object> figures(
      Caller caller,
      @Parameter(description = "年度の始まりの西暦") @RequestParam FiscalYear year,
      @Parameter(description = "主催者も参加機関に数えるか") @RequestParam(defaultValue = "true")
          boolean countOrganiser) {
    if (!ReadingRoom.readsAll(caller)) {
      return CommonProblem.NOT_FOUND.problem().response();
    }
    return room.totals(
        caller,
        reading -> {
          MeetingFigures figures =
              MeetingFigures.between(
                  year.first(),
                  year.last(),
                  HeldItems.of(reading.meetings()),
                  ParticipantRules.of(reading.known().directory(), countOrganiser));
          return ResponseEntity.ok(
              new FiguresView(
                  year.startYear(),
                  TokyoTime.dateOf(reading.now()),
                  List.of(
                      view(ConferenceKind.SUPPORT_CONFERENCE, figures),
                      view(ConferenceKind.PLAN_CONFERENCE, figures))));
        });
  }

  private static FigureView view(ConferenceKind kind, MeetingFigures all) {
    ConferenceFigures figures = all.of(kind);
    return new FigureView(
        Coded.of(kind),
        figures.held(),
        figures.meetings().entrySet().stream()
            .map(each -> new SessionCount(Coded.of(each.getKey()), each.getValue()))
            .toList(),
        figures.cases(),
        figures.hearings(),
        figures.casesLabel(),
        figures.participants().entrySet().stream()
            .map(each -> new FieldCount(Coded.of(each.getKey()), each.getValue()))
            .toList());
  }
}
