package jp.tsunagu.contract.directory;

import java.time.LocalDate;
import jp.tsunagu.contract.id.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A step of a 地域課題 after it was noticed.
 *
 * @param stage to which it went
 * @param happenedOn a day in Tokyo
 * @param words before which body it was brought, or what is developed; empty for other steps
 * @param ground why it was set aside; none for other steps
 * @param resourceId the resource of the register that came of it; none for other steps
 */
public record IssueStep(
    IssueStage stage,
    LocalDate happenedOn,
    String words,
    @Nullable SetAsideGround ground,
    @Nullable ResourceId resourceId) {

  /** Whether it says what its stage needs, and is no longer than it may be. */
  public boolean isSound() {
    return words.length() <= ResourceOffer.LONGEST
        && switch (stage) {
          case SUBMITTED, DEVELOPING -> !words.isBlank();
          case DONE -> resourceId != null;
          case SET_ASIDE -> ground != null;
          case NOTICED, UNKNOWN -> false;
        };
  }
}
