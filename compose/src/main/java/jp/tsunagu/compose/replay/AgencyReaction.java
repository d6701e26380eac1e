package jp.tsunagu.compose.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.contract.id.AgencyId;

/** A consulting agency: answers what it receives as the consultation's story says. */
final class AgencyReaction implements Reaction {
  private static final String DECLINE = "{\"reason\":\"NO_CAPACITY\"}";
  private static final String SEND_BACK =
      "{\"reason\":\"INFORMATION_MISSING\",\"note\":\"家族の連絡先を書き足してください。\",\"noteNamesNoOne\":true}";
  private static final String QUESTION =
      "{\"note\":\"訪問してよい時間帯を教えてください。\",\"noteNamesNoOne\":true}";
  private static final String ANSWER = "{\"note\":\"平日の午前がよいそうです。\",\"noteNamesNoOne\":true}";

  private final AgencyId agency;
  private final Casebook casebook;
  private final Sheets sheets;

  AgencyReaction(AgencyId agency, Casebook casebook, Sheets sheets) {
    this.agency = agency;
    this.casebook = casebook;
    this.sheets = sheets;
  }

  @Override
  public List<Action> to(News news, AgencyClient client) {
    return casebook
        .find(news.caseId())
        .or(() -> recognised(news, client))
        .map(entry -> to(news, entry))
        .orElse(List.of());
  }

  /** A household that the desk connected itself is met here for the first time. */
  private Optional<Entry> recognised(News news, AgencyClient client) {
    return news.type().equals("ReferralSent") && news.names("receiver", agency)
        ? casebook.recognise(news.caseId(), client.referral(news.referralId()).body())
        : Optional.empty();
  }

  private List<Action> to(News news, Entry entry) {
    return switch (news.type()) {
      case "ReferralTriaged", "ReferralSent" -> received(news, entry);
      case "InformationProvided" -> own(entry, accepting(news, entry));
      case "ReferralReminded" -> own(entry, opening(news, entry));
      case "InformationRequested" -> asked(news, entry);
      case "ReferralDeclined" -> sendOn(news, entry, entry.other());
      case "ReferralSentBack" -> sendOn(news, entry, entry.receiver());
      default -> List.of();
    };
  }

  private List<Action> received(News news, Entry entry) {
    if (!news.names("receiver", agency)) {
      return List.of();
    }
    var open = Action.on(news, "open");
    var isFirst = news.data().path("continues").asString("").isEmpty();
    if (!isFirst || !agency.equals(entry.receiver())) {
      return opening(news, entry);
    }
    return switch (entry.story()) {
      case COMPLETED, ACCEPTED -> opening(news, entry);
      case DECLINED -> List.of(open, Action.on(news, "decline", DECLINE));
      case CONNECTED_ON ->
          List.of(open, Action.on(news, "forward", sheets.onTo(entry, entry.other())));
      case ASKED -> List.of(open, Action.on(news, "ask", QUESTION));
      case SENT_BACK -> List.of(open, Action.on(news, "send-back", SEND_BACK));
      case SILENT -> List.of();
    };
  }

  private List<Action> own(Entry entry, List<Action> actions) {
    return agency.equals(entry.receiver()) ? actions : List.of();
  }

  private static List<Action> opening(News news, Entry entry) {
    var actions = new ArrayList<>(List.of(Action.on(news, "open")));
    actions.addAll(accepting(news, entry));
    return List.copyOf(actions);
  }

  private static List<Action> accepting(News news, Entry entry) {
    var accept = Action.on(news, "accept");
    var contact = Action.on(news, "first-contact");
    return entry.story() == Story.COMPLETED
        ? List.of(accept, contact, Action.on(news, "complete", "{\"outcome\":\"解決・改善\"}"))
        : List.of(accept, contact);
  }

  private List<Action> asked(News news, Entry entry) {
    return agency.equals(entry.receivedBy())
        ? List.of(Action.on(news, "inform", ANSWER))
        : List.of();
  }

  private List<Action> sendOn(News news, Entry entry, AgencyId receiver) {
    return agency.equals(entry.receivedBy())
        ? List.of(Action.newReferral(sheets.again(entry, news, receiver)))
        : List.of();
  }
}
