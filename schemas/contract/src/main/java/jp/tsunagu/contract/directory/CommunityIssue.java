package jp.tsunagu.contract.directory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.IssueId;

/**
 * A 地域課題: what the city lacks, how often it was noticed, and what is done about it. Everybody of
 * the network reads it, and nobody of a household stands in it.
 *
 * @param outline what is missing
 * @param enteredBy the agency that entered it
 * @param revision how often it was written or went a step, from 1
 * @param occurrences how many times it was noticed, once for each household of an agency; what is
 *     published is 0 while there are fewer than {@link SmallNumbers#SMALLEST_SHOWN}
 * @param steps oldest first; none while it was only noticed
 * @param answers what became of the last wishes about it, oldest first
 */
public record CommunityIssue(
    IssueId issueId,
    IssueOutline outline,
    AgencyId enteredBy,
    int revision,
    int occurrences,
    List<IssueStep> steps,
    List<WishAnswer> answers)
    implements DirectoryRecord, RegisterEntry {

  /** So many steps are remembered; the older ones are told by the register's history alone. */
  private static final int MOST_STEPS = 32;

  /** Keeps unmodifiable copies. */
  public CommunityIssue {
    steps = List.copyOf(steps);
    answers = List.copyOf(answers);
  }

  /** One that was never written before. */
  public static CommunityIssue fresh(IssueId id, IssueOutline outline, AgencyId enteredBy) {
    return new CommunityIssue(id, outline, enteredBy, 1, 0, List.of(), List.of());
  }

  @Override
  public String key() {
    return "issue/" + issueId;
  }

  @Override
  public UUID id() {
    return issueId.value();
  }

  @Override
  public String what() {
    return outline.what();
  }

  @Override
  public boolean belongsTo(AgencyId agency) {
    return enteredBy.equals(agency);
  }

  /** How far it is. */
  public IssueStage stage() {
    return steps.isEmpty() ? IssueStage.NOTICED : steps.getLast().stage();
  }

  /** As everybody may read it: a small number could point to a household. */
  public CommunityIssue published() {
    return occurring(SmallNumbers.mayShow(occurrences) ? occurrences : 0);
  }

  /** Described like this from now on. */
  public CommunityIssue saying(IssueOutline next) {
    return new CommunityIssue(issueId, next, enteredBy, revision + 1, occurrences, steps, answers);
  }

  /** Noticed so often. */
  public CommunityIssue occurring(int times) {
    return new CommunityIssue(issueId, outline, enteredBy, revision, times, steps, answers);
  }

  /** One step on. */
  public CommunityIssue going(IssueStep step) {
    List<IssueStep> all = Stream.concat(steps.stream(), Stream.of(step)).toList();
    return new CommunityIssue(
        issueId,
        outline,
        enteredBy,
        revision + 1,
        occurrences,
        all.subList(Math.max(0, all.size() - MOST_STEPS), all.size()),
        answers);
  }

  /** With one answer more. */
  public CommunityIssue answering(WishAnswer answer) {
    return new CommunityIssue(
        issueId,
        outline,
        enteredBy,
        revision,
        occurrences,
        steps,
        WishAnswer.after(answers, answer));
  }
}
