package jp.tsunagu.contract.wording;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Proposal;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import org.jspecify.annotations.Nullable;

/** Why an agency is proposed, in words. */
public final class ProposalWords {

  private static final String AREA = "圏域";

  private ProposalWords() {}

  /**
   * Such as 障害 + 圏域 東部 + いま開庁 17:15まで.
   *
   * @param area of the household; none where nobody knows it yet
   * @param today in Asia/Tokyo
   */
  public static String reason(
      Proposal proposal, NetworkDirectory directory, @Nullable AreaId area, LocalDate today) {
    return fields(proposal)
        + " + "
        + area(proposal, directory, area)
        + " + "
        + hours(proposal, today);
  }

  private static String fields(Proposal proposal) {
    return proposal.isGeneral()
        ? "総合"
        : proposal.fields().stream().sorted().map(Field::label).collect(joining("・"));
  }

  private static String area(Proposal proposal, NetworkDirectory directory, @Nullable AreaId area) {
    if (!proposal.isOfArea() || area == null) {
      return "全域";
    }
    String name = directory.nameOf(area);
    return name.contains(AREA) ? name : AREA + " " + name;
  }

  private static String hours(Proposal proposal, LocalDate today) {
    return proposal.isOpen()
        ? "いま開庁 " + DateWords.timeOf(proposal.turnsAt()) + "まで"
        : "いま閉庁 " + DateWords.momentNear(proposal.turnsAt(), today) + "から";
  }
}
