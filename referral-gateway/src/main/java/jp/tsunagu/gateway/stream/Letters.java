package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
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

  /** An event for the ledger, as everybody may see it, and for the inboxes of those concerned. */
  List<Outgoing> event(CaseState after, CaseEvent event) {
    List<Outgoing> records = new ArrayList<>();
    CaseEvent seen = GeneralView.of(event, after.everProtected(), parts.desk());
    CaseId caseId = after.caseId();
    records.add(
        record(Sink.LEDGER, parts.topics().ledger().name(), caseId.toString(), (Record) seen));
    for (AgencyId agency : Audience.of(after, event, parts.roll())) {
      inbox(agency, caseId.toString(), (Record) ToldTo.of(after, event, agency))
          .ifPresent(records::add);
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

  /** A protected case whole, for those who may see it: how protection found it, and each event. */
  List<Outgoing> whole(CaseState before, CaseState after, CaseEvent event) {
    List<Outgoing> records = new ArrayList<>();
    if (after.everProtected()) {
      if (!before.everProtected()) {
        records.add(whole(after.caseId(), before));
      }
      records.add(whole(after.caseId(), (Record) event));
    }
    return records;
  }

  private Outgoing whole(CaseId caseId, Record value) {
    return record(
        Sink.PROTECTED_CASES, parts.topics().protectedCases().name(), caseId.toString(), value);
  }

  /** The state of a case as everybody may see it. */
  Outgoing state(CaseState after) {
    return record(
        Sink.CASE_STATE,
        parts.topics().caseState().name(),
        after.caseId().toString(),
        GeneralView.of(after, parts.desk()));
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
    if (!parts.reachable().test(agency)) {
      parts.metrics().undelivered();
      return Optional.empty();
    }
    return Optional.of(record(Sink.INBOX, parts.topics().inbox(agency).name(), key, value));
  }

  /** The keys of an agency for the directory. */
  Outgoing keys(AgencyKeys keys) {
    return record(Sink.DIRECTORY, parts.topics().directory().name(), keys.key(), keys);
  }

  /** What could not be processed, as it came; of its headers nothing but where it stood. */
  Outgoing deadLetter(Source source, byte @Nullable [] key, byte[] value, String reason) {
    List<Header> headers =
        Outgoing.deadLetter(reason, source.topic(), source.partition(), source.offset());
    byte[] sameKey = key == null ? Outgoing.keyOf(source.sender().value()) : key;
    return new Outgoing(
        Sink.DEAD_LETTERS, parts.topics().deadLetters().name(), sameKey, value, headers);
  }

  private Outgoing record(Sink sink, String topic, String key, Record value) {
    return new Outgoing(
        sink, topic, Outgoing.keyOf(key), parts.codec().encode(value), headers.fromGateway(value));
  }
}
