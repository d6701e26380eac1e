package jp.tsunagu.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.wording.DurationWords;
import org.jspecify.annotations.Nullable;

/**
 * One case from outside (全体像): what is to be done, who passed it to whom, every step with the time
 * it waited, consents and meetings. Nothing of its content: that is in agencies' windows alone.
 *
 * @param view what the interface tells at that moment
 * @param waiting what of it waits for the desk; empty at an earlier moment
 * @param chain its legs, each after the one it continues
 * @param steps what happened, the last first
 * @param desk the agency that the desk is, with a window of its own
 */
record CasePage(
    TimelineView view,
    List<QueueRow> waiting,
    List<Leg> chain,
    List<Step> steps,
    List<ConsentLine> consents,
    List<MeetingLine> meetings,
    AgencyId desk) {

  /**
   * One leg.
   *
   * @param depth how many legs stand before it in its chain
   */
  record Leg(int depth, ReferralView view) {}

  /**
   * One thing that happened.
   *
   * @param waited since the one before, in words; empty for the first, and below a minute
   * @param facts in words
   */
  record Step(Instant at, String waited, TimelineView.EventView event, String facts) {}

  /**
   * A consent as it stands.
   *
   * @param what may be told
   * @param to whom; empty once withdrawn
   */
  record ConsentLine(
      String person,
      String purpose,
      String what,
      String to,
      String recordedBy,
      LocalDate givenOn,
      @Nullable LocalDate expiresOn) {}

  /**
   * What the case brought to a meeting.
   *
   * @param when on the agenda; none before
   * @param meeting as its body is called; empty where there is none yet
   */
  record MeetingLine(
      String conference,
      String purpose,
      String by,
      String state,
      @Nullable Instant when,
      String meeting) {}

  static CasePage of(Reading reading, TimelineView view, @Nullable CaseState state) {
    Names names = reading.names();
    AgencyId desk = reading.viewpoint().desk();
    return new CasePage(
        view,
        state == null || view.asAt() != null
            ? List.of()
            : QueueEntry.of(state, reading.viewpoint().roll())
                .sorted(Comparator.comparing(QueueEntry::place))
                .map(entry -> QueueRow.of(entry, desk, names))
                .toList(),
        chain(view.state()),
        steps(view.events()),
        state == null ? List.of() : consents(state, names),
        state == null
            ? List.of()
            : state.meetings().stream().map(item -> meeting(item, names)).toList(),
        desk);
  }

  /** Legs whose answer is waited for, which the desk cannot give. */
  public List<ReferralView> running() {
    return chain.stream()
        .map(Leg::view)
        .filter(
            leg ->
                leg.standing().open()
                    && leg.answering().respondBy() != null
                    && !leg.answering().escalated())
        .toList();
  }

  private static List<Leg> chain(@Nullable CaseView state) {
    List<Leg> chain = new ArrayList<>();
    if (state != null) {
      state.referrals().stream()
          .filter(leg -> leg.chain().continues() == null)
          .forEach(leg -> add(leg, 0, state.referrals(), chain));
    }
    return chain;
  }

  private static void add(ReferralView leg, int depth, List<ReferralView> all, List<Leg> chain) {
    chain.add(new Leg(depth, leg));
    all.stream()
        .filter(next -> leg.referralId().equals(next.chain().continues()))
        .forEach(next -> add(next, depth + 1, all, chain));
  }

  private static List<Step> steps(List<TimelineView.EventView> events) {
    List<Step> steps = new ArrayList<>();
    Instant before = null;
    for (TimelineView.EventView event : events) {
      Instant at = event.times().recordedAt();
      steps.add(new Step(at, waited(before, at), event, facts(event)));
      before = at;
    }
    return steps.reversed();
  }

  private static String waited(@Nullable Instant before, Instant at) {
    boolean told = before != null && Duration.between(before, at).toMinutes() > 0;
    return told ? DurationWords.of(Duration.between(before, at)) : "";
  }

  /** A date in Tokyo or a number stands in words; ids of legs are for programs. */
  private static String facts(TimelineView.EventView event) {
    return event.facts().stream()
        .filter(fact -> !Ids.isUuid(fact.text()))
        .map(fact -> fact.item().label() + " " + fact.text())
        .collect(Collectors.joining("、"));
  }

  private static List<ConsentLine> consents(CaseState state, Names names) {
    return state.consents().stream().map(consent -> consent(consent, names)).toList();
  }

  private static ConsentLine consent(Consent consent, Names names) {
    ConsentTerms terms = consent.terms();
    return new ConsentLine(
        terms.person().toString(),
        terms.purpose().label(),
        terms.scope().size() == DetailKind.values().length
            ? "すべての項目"
            : Names.coded(terms.scope()).stream()
                .map(each -> each.label())
                .collect(Collectors.joining("、")),
        names.agencies(terms.recipients()).stream()
            .map(NamedAgency::name)
            .collect(Collectors.joining("、")),
        names.agency(consent.recordedBy()).name(),
        terms.givenOn(),
        terms.expiresOn());
  }

  private static MeetingLine meeting(MeetingItem item, Names names) {
    MeetingPlace place = item.place();
    return new MeetingLine(
        item.conference().label(),
        item.purpose().label(),
        names.agency(item.requestedBy()).name(),
        state(item),
        place == null ? null : place.startsAt(),
        place == null ? "" : names.meeting(place.meetingId()));
  }

  private static String state(MeetingItem item) {
    ScreeningRoute route = item.route();
    return switch (item.stage()) {
      case OPEN -> item.place() != null ? "次第に載っています" : route == null ? "求められています" : label(route);
      case HELD -> "開かれました。決定はまだです";
      case DECIDED -> "決定されました";
      case WITHDRAWN -> "取り下げられました";
    };
  }

  private static String label(Code route) {
    return "選ばれた進め方: " + route.label();
  }
}
