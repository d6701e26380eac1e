package jp.tsunagu.compose.replay;

import java.util.List;
import jp.tsunagu.compose.client.AgencyClient;

/** The coordination desk: reads every sheet, gives it to an agency, reminds the silent. */
final class DeskReaction implements Reaction {
  private final Casebook casebook;
  private final Reaction asSender;

  /** A desk that connects some households itself and then acts as every sender does. */
  DeskReaction(Casebook casebook, Reaction asSender) {
    this.casebook = casebook;
    this.asSender = asSender;
  }

  @Override
  public List<Action> to(News news, AgencyClient client) {
    return switch (news.type()) {
      case "SheetSubmitted" -> sorted(news, client);
      case "OverdueEscalated" ->
          casebook.find(news.caseId()).isPresent() ? List.of(Action.on(news, "remind")) : List.of();
      default -> asSender.to(news, client);
    };
  }

  private List<Action> sorted(News news, AgencyClient client) {
    var referral = client.referral(news.referralId());
    return casebook
        .recognise(news.caseId(), referral.body())
        .map(
            entry ->
                List.of(Action.on(news, "triage", "{\"receiver\":\"" + entry.receiver() + "\"}")))
        .orElse(List.of());
  }
}
