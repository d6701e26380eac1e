package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.InternalNoteFields;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.view.NoteView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people of the agency write for themselves about a referral; it never leaves the agency. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/referrals/{referralId}/notes")
@Tag(name = AssignmentController.TAG)
class NoteController {

  private final OwnWork work;
  private final Assignees assignees;
  private final ShownDossiers shown;
  private final Records records;

  NoteController(OwnWork work, Assignees assignees, ShownDossiers shown, Records records) {
    this.work = work;
    this.assignees = assignees;
    this.shown = shown;
    this.records = records;
  }

  /** A note was kept. */
  @Schema(name = "InternalNoteKept", description = "書いた内部メモ")
  record Kept(@Schema(description = "メモの番号") UUID id) {}

  @Gives(value = NoteView.class, list = "notes")
  @GetMapping
  @Operation(summary = "連絡の内部メモ(古い順)", description = "この機関の中だけのものです。読むと、閲覧の記録に残ります。")
  ResponseEntity<Object> notes(HttpServletRequest request, @PathVariable String referralId) {
    AgencyId agency = ActingAgency.of(request);
    Optional<ReferralView> found = records.findReferral(agency, referralId);
    if (found.isEmpty()) {
      return Answers.missing();
    }
    Team team = assignees.team(agency);
    return Answers.ok(
        Map.of(
            "notes",
            shown.notes(agency, found.get(), Readers.byInterface(request)).stream()
                .map(note -> NoteView.of(note, team))
                .toList()));
  }

  @Gives(Kept.class)
  @PostMapping
  @Operation(summary = "内部メモを書く", description = "この機関の外には出ません。")
  @Takes(InternalNoteFields.class)
  @NeedsKey
  ResponseEntity<Object> note(
      HttpServletRequest request,
      @Parameter(hidden = true) Caller caller,
      @PathVariable String referralId)
      throws IOException {
    AgencyId agency = ActingAgency.of(request);
    Optional<ReferralView> found = records.findReferral(agency, referralId);
    if (found.isEmpty()) {
      return Answers.missing();
    }
    String key = Incoming.key(request);
    Problem objection = Incoming.objection(key);
    if (objection != null) {
      return objection.response();
    }
    UUID id = UUID.nameUUIDFromBytes((referralId + "\n" + key).getBytes(StandardCharsets.UTF_8));
    return OwnPosts.answered(
        request,
        typed -> work.note(caller, agency, found.get(), id, typed),
        () -> Answers.ok(new Kept(id)));
  }
}
