package jp.tsunagu.connector.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.wording.Coded;
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

/** Who of the agency has a referral in hand; the network is not told. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/referrals/{referralId}")
@Tag(name = AssignmentController.TAG, description = "この機関の中だけのこと。ほかの機関にも調整窓口にも伝わりません。")
class AssignmentController {

  static final String TAG = "担当と内部メモ";

  private static final int MOST = 100;

  private final OwnWork work;
  private final Assignees assignees;
  private final Assignments assignments;
  private final Records records;

  AssignmentController(
      OwnWork work, Assignees assignees, Assignments assignments, Records records) {
    this.work = work;
    this.assignees = assignees;
    this.assignments = assignments;
    this.records = records;
  }

  /** A change of hands; by nobody where the agency's own system said so. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AssignmentChange", description = "担当が変わったこと")
  record Changed(
      @Schema(description = "担当になった人。NONE は担当なし") Coded colleague,
      @Schema(description = "決めた人(システムが決めたときは付きません)") @Nullable Coded by,
      @Schema(description = "決めた日時") Instant at) {}

  /** Who has it, and how it changed hands, the latest first. */
  @Schema(name = "AssignmentView", description = "連絡の担当")
  record Assigned(
      ReferralId referralId,
      @Schema(description = "担当。NONE は担当なし") Coded colleague,
      @Schema(description = "担当の移り変わり(新しい順)") List<Changed> changes) {

    Assigned {
      changes = List.copyOf(changes);
    }
  }

  @Gives(Assigned.class)
  @GetMapping("/assignee")
  @Operation(summary = "連絡の担当と、その移り変わり")
  ResponseEntity<Object> assignee(HttpServletRequest request, @PathVariable String referralId) {
    AgencyId agency = ActingAgency.of(request);
    return records
        .findReferral(agency, referralId)
        .map(view -> Answers.ok(assigned(agency, view)))
        .orElseGet(Answers::missing);
  }

  @Gives(Assigned.class)
  @PostMapping("/assignee")
  @Operation(
      summary = "担当を決める",
      description = "colleague はこの機関の人の番号、NONE は担当なしです。同じ内容を何度送っても同じです。この機関の外には伝わりません。")
  @Takes(ColleagueForms.Assignment.class)
  ResponseEntity<Object> assign(
      HttpServletRequest request,
      @Parameter(hidden = true) Caller caller,
      @PathVariable String referralId)
      throws IOException {
    AgencyId agency = ActingAgency.of(request);
    Optional<ReferralView> found = records.findReferral(agency, referralId);
    return found.isEmpty()
        ? Answers.missing()
        : OwnPosts.answered(
            request,
            typed -> work.assign(caller, agency, found.get(), null, typed),
            () -> Answers.ok(assigned(agency, found.get())));
  }

  private Assigned assigned(AgencyId agency, ReferralView view) {
    ReferralId id = view.referral().referralId();
    Team team = assignees.team(agency);
    UUID now = assignments.of(agency, List.of(id)).get(id);
    return new Assigned(
        id,
        coded(team, Optional.ofNullable(now)),
        assignments.changes(agency, id, MOST).stream()
            .map(
                change ->
                    new Changed(
                        coded(team, change.colleague()),
                        change.by().isEmpty() ? null : coded(team, change.by()),
                        change.at()))
            .toList());
  }

  private static Coded coded(Team team, Optional<UUID> id) {
    return id.flatMap(team::find)
        .map(one -> new Coded(one.id().toString(), team.labelled(one)))
        .orElse(ColleagueForms.NOBODY);
  }
}
