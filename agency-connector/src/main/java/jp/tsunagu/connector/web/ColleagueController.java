package jp.tsunagu.connector.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of the agency; who leads it says who is away, who has left and who goes on. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/colleagues")
@Tag(name = "この機関の人", description = "不在・離任・引継ぎ。変えられるのは機関の責任者だけです。")
class ColleagueController {

  private static final String ONLY_LEADS = "機関の責任者だけが使えます。ほかの人には、そのような人がいないのと同じ答えになります。";

  private static final String COVER = "cover は引き継ぐ人の番号、LEADS は機関の責任者です。";

  private final OwnWork work;
  private final Assignees assignees;

  ColleagueController(OwnWork work, Assignees assignees) {
    this.work = work;
    this.assignees = assignees;
  }

  /** A colleague as her colleagues see her. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ColleagueView", description = "この機関にログインしたことのある人")
  record Shown(
      @Schema(description = "番号(氏名やアカウントは含みません)") UUID id,
      @Schema(description = "氏名") String name,
      @Schema(description = "機関の責任者か") boolean leads,
      @Schema(description = "最後に使った日時") Instant lastSeen,
      @Schema(description = "不在の最後の日") @Nullable LocalDate awayUntil,
      @Schema(description = "離任の日(この日からログインできません)") @Nullable LocalDate leftFrom,
      @Schema(description = "引き継ぐ人の番号(なければ機関の責任者)") @Nullable UUID cover,
      @Schema(description = "今日、この人の担当を見ている人の番号。空なら、だれもいません") List<UUID> lookedAfterBy) {

    Shown {
      lookedAfterBy = List.copyOf(lookedAfterBy);
    }

    static Shown of(Colleague one, Team team) {
      return new Shown(
          one.id(),
          one.called(),
          one.leads(),
          one.lastSeen(),
          one.awayUntil().orElse(null),
          one.leftFrom().orElse(null),
          one.cover().orElse(null),
          team.whoLooksAfter(one.id()).stream().sorted().toList());
    }
  }

  @Gives(value = Shown.class, list = "colleagues")
  @GetMapping
  @Operation(summary = "この機関の人", description = "一度でもログインした人です。担当に選べるのは、離任していない人です。")
  ResponseEntity<Object> colleagues(HttpServletRequest request) {
    Team team = assignees.team(ActingAgency.of(request));
    return Answers.ok(
        Map.of("colleagues", team.all().stream().map(one -> Shown.of(one, team)).toList()));
  }

  @Gives(Shown.class)
  @PostMapping("/{colleague}/absence")
  @Operation(summary = "不在にする", description = "その間、担当の連絡と下書きは、引き継ぐ人の分にも入ります。" + COVER + ONLY_LEADS)
  @Takes(ColleagueForms.Absence.class)
  ResponseEntity<Object> absence(
      HttpServletRequest request,
      @Parameter(hidden = true) Caller caller,
      @PathVariable String colleague)
      throws IOException {
    return change(request, caller, colleague, OwnWork.Change.ABSENCE);
  }

  @Gives(Shown.class)
  @PostMapping("/{colleague}/leaving")
  @Operation(
      summary = "離任にする",
      description = "その日から、担当の連絡と下書きは引き継ぐ人の分に入り、その人はここにログインできません。" + COVER + ONLY_LEADS)
  @Takes(ColleagueForms.Leaving.class)
  ResponseEntity<Object> leaving(
      HttpServletRequest request,
      @Parameter(hidden = true) Caller caller,
      @PathVariable String colleague)
      throws IOException {
    return change(request, caller, colleague, OwnWork.Change.LEAVING);
  }

  @Gives(Shown.class)
  @PostMapping("/{colleague}/back")
  @Operation(summary = "戻ったことにする", description = "不在も離任も取り消します。担当の連絡と下書きは、またその人の分です。" + ONLY_LEADS)
  ResponseEntity<Object> back(
      @Parameter(hidden = true) Caller caller, @PathVariable String colleague) {
    return work.led(caller, colleague)
        .map(
            led -> {
              work.back(led);
              return now(led.agency(), led.who().id());
            })
        .orElseGet(Answers::missing);
  }

  private ResponseEntity<Object> change(
      HttpServletRequest request, Caller caller, String colleague, OwnWork.Change change)
      throws IOException {
    Optional<OwnWork.Led> led = work.led(caller, colleague);
    return led.isEmpty()
        ? Answers.missing()
        : OwnPosts.answered(
            request,
            typed -> work.change(led.get(), change, typed),
            () -> now(led.get().agency(), led.get().who().id()));
  }

  private ResponseEntity<Object> now(AgencyId agency, UUID id) {
    Team team = assignees.team(agency);
    return team.find(id).map(one -> Answers.ok(Shown.of(one, team))).orElseGet(Answers::missing);
  }
}
