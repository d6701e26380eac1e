package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.wire.EventHeaders;
import jp.tsunagu.gateway.decision.Audience;
import jp.tsunagu.gateway.decision.Parties;
import jp.tsunagu.gateway.decision.ShownConsents;
import jp.tsunagu.gateway.decision.ShownProtection;
import jp.tsunagu.gateway.decision.ToldTo;
import jp.tsunagu.runtime.broker.Outgoing;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Puts what was decided into records: who gets what, in which topic. */
record Letters(GatewayParts parts, EventHeaders headers) {

  Letters(GatewayParts parts) {
    this(parts, new EventHeaders(parts.network().settings().networkId()));
  }

  /**
   * An event for the ledger, as everybody may see it, for the inboxes of those concerned, and of a
   * protected case whole for those who may see it: what is the same for several is encoded once.
   */
  List<Outgoing> event(CaseState after, CaseEvent event) {
    List<Outgoing> records = new ArrayList<>();
    Map<CaseEvent, Letter> letters = new HashMap<>();
    String key = after.caseId().toString();
    CaseEvent seen = GeneralView.of(event, after.everProtected(), parts.desk());
    records.add(
        letters
            .computeIfAbsent(seen, this::letter)
            .to(Sink.LEDGER, parts.topics().ledger().name(), key));
    for (AgencyId agency : Audience.of(after, event, parts.roll())) {
      CaseEvent told = ToldTo.of(after, event, agency, parts.roll());
      inbox(agency)
          .map(topic -> letters.computeIfAbsent(told, this::letter).to(Sink.INBOX, topic, key))
          .ifPresent(records::add);
    }
    if (after.everProtected()) {
      String whole = parts.topics().protectedCases().name();
      records.add(
          letters.computeIfAbsent(event, this::letter).to(Sink.PROTECTED_CASES, whole, key));
    }
    return records;
  }

  /** To a receiver that left and came back or listens still, the leg ends when another gets it. */
  List<Outgoing> taken(CaseState before, CaseEvent event) {
    return event instanceof ReferralTriaged triaged
        ? before
            .referral(triaged.referralId())
            .filter(leg -> !(leg.stage() instanceof Stage.Submitted))
            .map(Referral::receiver)
            .filter(receiver -> !receiver.equals(triaged.receiver()))
            .flatMap(receiver -> withdrawn(receiver, triaged))
            .stream()
            .toList()
        : List.of();
  }

  private Optional<Outgoing> withdrawn(AgencyId receiver, ReferralTriaged event) {
    return inbox(
        receiver,
        event.header().caseId().toString(),
        new ReferralWithdrawn(event.header(), event.referralId()));
  }

  /** The consents that whoever begins to take part by this event must see before it. */
  List<Outgoing> consents(CaseState before, CaseState after, CaseEvent event) {
    return ShownConsents.before(before, after, event, parts.roll()).stream()
        .flatMap(showing -> shown(after.caseId(), showing, event).stream())
        .toList();
  }

  /** How the case is protected, for whoever begins to take part by this event, before it. */
  List<Outgoing> protection(CaseState before, CaseState after, CaseEvent event) {
    return ShownProtection.before(before, after, event, parts.roll()).stream()
        .flatMap(
            showing ->
                inbox(showing.agency(), after.caseId().toString(), showing.measure()).stream())
        .toList();
  }

  private Optional<Outgoing> shown(CaseId caseId, ShownConsents.Showing showing, CaseEvent event) {
    return inbox(
        showing.agency(),
        caseId.toString(),
        new Notice.ConsentShown(
            caseId, showing.agency(), showing.consent(), event.header().recordedAt()));
  }

  /**
   * A dossier for each of its recipients: only that recipient's parts and keys. For whom the leg
   * does not exist, it belongs to the case alone.
   */
  List<Outgoing> dossier(
      CaseState after,
      Function<AgencyId, Optional<ReferralId>> legTo,
      SealedDossier dossier,
      Instant now) {
    return dossier.parts().stream()
        .map(SealedPart::recipients)
        .flatMap(Set::stream)
        .distinct()
        .sorted()
        .filter(recipient -> !recipient.equals(dossier.sender()))
        .flatMap(
            recipient ->
                delivered(
                    after.caseId(),
                    seen(after, legTo.apply(recipient).orElse(null), recipient),
                    dossier,
                    recipient,
                    now)
                    .stream())
        .toList();
  }

  private @Nullable ReferralId seen(CaseState after, @Nullable ReferralId leg, AgencyId agency) {
    return leg != null
            && after
                .referral(leg)
                .filter(one -> Parties.sees(after, one, agency, parts.roll()))
                .isPresent()
        ? leg
        : null;
  }

  private Optional<Outgoing> delivered(
      CaseId caseId,
      @Nullable ReferralId leg,
      SealedDossier dossier,
      AgencyId recipient,
      Instant now) {
    return dossier
        .onlyFor(recipient)
        .flatMap(
            own ->
                inbox(
                    recipient,
                    caseId.toString(),
                    new Notice.DossierDelivered(caseId, leg, own, now)));
  }

  /** Something for one agency; nothing where its inbox cannot be written to. */
  Optional<Outgoing> inbox(AgencyId agency, String key, Record value) {
    return inbox(agency).map(topic -> letter(value).to(Sink.INBOX, topic, key));
  }

  private Optional<String> inbox(AgencyId agency) {
    if (!parts.reachable().test(agency)) {
      parts.metrics().undelivered();
      return Optional.empty();
    }
    return Optional.of(parts.topics().inbox(agency).name());
  }

  /** Something for the directory. */
  Outgoing directory(DirectoryRecord said) {
    return letter((Record) said).to(Sink.DIRECTORY, parts.topics().directory().name(), said.key());
  }

  /** What could not be processed, as it came; of its headers nothing but where it stood. */
  Outgoing deadLetter(Source source, byte @Nullable [] key, byte[] value, String reason) {
    List<Header> headers =
        Outgoing.deadLetter(reason, source.topic(), source.partition(), source.offset());
    byte[] sameKey = key == null ? Outgoing.keyOf(source.sender().value()) : key;
    return new Outgoing(
        Sink.DEAD_LETTERS, parts.topics().deadLetters().name(), sameKey, value, headers);
  }

  private Letter letter(CaseEvent event) {
    return letter((Record) event);
  }

  private Letter letter(Record value) {
    return new Letter(parts.codec().encode(value), headers.fromGateway(value));
  }

  /** What is written, to whomever it goes. */
  private record Letter(byte[] value, Iterable<Header> headers) {

    Outgoing to(Sink sink, String topic, String key) {
      return new Outgoing(sink, topic, Outgoing.keyOf(key), value, headers);
    }
  }
}
