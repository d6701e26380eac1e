package jp.tsunagu.connector.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.id.UuidVersion8;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.SheetConsent;

/** Ids and headers of new commands: time and chance enter here, at the edge. */
public final class CommandDraft {

  private final Clock clock;
  private final RandomGenerator random;
  private final Acting acting;

  /** Drafts with this clock, this source of random bits and whoever acts. */
  public CommandDraft(Clock clock, RandomGenerator random, Acting acting) {
    this.acting = acting;
    this.clock = clock;
    this.random = random;
  }

  /** Now, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A header with a new command id, entered now. */
  public CommandHeader header(CaseId caseId, Times times) {
    Instant now = now();
    Instant occurredAt = times.occurredAt();
    return new CommandHeader(
        new CommandId(newId()),
        caseId,
        now,
        occurredAt == null ? now : occurredAt,
        times.phonedAt(),
        times.onBehalfOf(),
        acting.in(caseId).orElse(null));
  }

  /** A new case. */
  public CaseId newCase() {
    return new CaseId(newId());
  }

  /** A new leg of a referral. */
  public ReferralId newReferral() {
    return new ReferralId(newId());
  }

  /** A new consent. */
  public ConsentId newConsent() {
    return new ConsentId(newId());
  }

  /** Of what a person allows on an application form: the same for the same terms in one case. */
  public static SheetConsent consent(CaseId caseId, ConsentTerms terms) {
    String told =
        Stream.of(
                Stream.of(caseId, terms.person().number(), terms.purpose().name()),
                terms.scope().stream().map(Enum::name).sorted(),
                Stream.of("to"),
                terms.recipients().stream().map(AgencyId::value).sorted(),
                Stream.of("not"),
                terms.exclusions().stream()
                    .map(one -> one.detail().name() + "@" + one.agency())
                    .sorted(),
                Stream.of(terms.method().name(), terms.givenOn(), "" + terms.expiresOn()))
            .flatMap(each -> each)
            .map(String::valueOf)
            .collect(Collectors.joining("\n"));
    return new SheetConsent(new ConsentId(UuidVersion8.of(told)), terms);
  }

  /** A new item for a meeting. */
  public MeetingRequestId newMeetingRequest() {
    return new MeetingRequestId(newId());
  }

  /** A new dossier. */
  public DossierId newDossier() {
    return new DossierId(newId());
  }

  private UUID newId() {
    return UuidVersion7.at(clock.instant(), random);
  }
}
