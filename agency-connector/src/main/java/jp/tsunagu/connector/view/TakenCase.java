package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.tsunagu.connector.record.Opening;
import jp.tsunagu.connector.register.NotedIssue;
import jp.tsunagu.connector.register.Placement;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * All an agency has of a case, as its file says it.
 *
 * @param detail the case, what was sent about it, and the dossiers
 * @param forms every version that was filled in here
 * @param meetings every notice of a meeting about it
 * @param places of resources that were taken beside it
 * @param issues 地域課題 that were noticed beside it, taken back or not
 */
public record TakenCase(
    @Flat CaseDetail detail,
    List<Leg> referrals,
    List<FormContentView> forms,
    List<MeetingView> meetings,
    List<Placement> places,
    List<NotedIssue> issues) {

  /** Keeps unmodifiable copies. */
  public TakenCase {
    referrals = List.copyOf(referrals);
    forms = List.copyOf(forms);
    meetings = List.copyOf(meetings);
    places = List.copyOf(places);
    issues = List.copyOf(issues);
  }

  /**
   * A leg of a referral; what came with it is among the dossiers of the case.
   *
   * @param assignee in whose hands it is; none where nobody has it
   * @param notes 内部メモ
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Leg(
      @Flat ReferralSummary referral,
      @Nullable Settled settled,
      List<Opening> openings,
      @Nullable String assignee,
      List<NoteView> notes) {

    /** Keeps unmodifiable copies. */
    public Leg {
      openings = List.copyOf(openings);
      notes = List.copyOf(notes);
    }
  }
}
