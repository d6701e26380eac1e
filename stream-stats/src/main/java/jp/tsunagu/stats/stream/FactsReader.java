package jp.tsunagu.stats.stream;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.fact.Beside;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.fact.Coordinated;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import jp.tsunagu.stats.fact.Coordinated.Tenure;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegCourse;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.LegNature;
import jp.tsunagu.stats.fact.MeetingFacts;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.fact.Reception.KnownFields;
import jp.tsunagu.stats.fact.ResourceGap;
import jp.tsunagu.stats.fact.Sitting;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.fact.Step;

/** Reads facts, a function for each record, in the order of {@link FactsWriter}. */
final class FactsReader {

  private static final List<ReferralKind> REFERRAL_KINDS = List.of(ReferralKind.values());
  private static final List<ReferralMode> MODES = List.of(ReferralMode.values());
  private static final List<Urgency> URGENCIES = List.of(Urgency.values());
  private static final List<LegEnd> ENDS = List.of(LegEnd.values());
  private static final List<Step> STEPS = List.of(Step.values());
  private static final List<CoordinationStep> COORDINATION_STEPS =
      List.of(CoordinationStep.values());
  private static final List<ReceptionKind> RECEPTION_KINDS = List.of(ReceptionKind.values());
  private static final List<Field> FIELDS = List.of(Field.values());
  private static final List<ScreeningRoute> ROUTES = List.of(ScreeningRoute.values());
  private static final List<ConferenceKind> CONFERENCES = List.of(ConferenceKind.values());
  private static final List<SideKind> SIDES = List.of(SideKind.values());
  private static final List<ClosingGround> GROUNDS = List.of(ClosingGround.values());
  private static final List<ItemOutcome> OUTCOMES = List.of(ItemOutcome.values());
  private static final List<SessionKind> SESSIONS = List.of(SessionKind.values());

  private FactsReader() {}

  static CaseFacts read(ByteReader in) {
    return new CaseFacts(
        name(in),
        in.readNumber(),
        in.readBoolean(),
        in.readOptional(FactsReader::reception),
        in.readAll(FactsReader::leg),
        in.readAll(FactsReader::coordinated),
        in.readAll(FactsReader::beside),
        new MeetingFacts(
            in.readAll(FactsReader::sitting),
            in.readAll(from -> new ResourceGap(from.readText(), from.readInstant())),
            in.readAll(ByteReader::readInstant),
            set(in, from -> new MeetingRequestId(from.readUuid()))));
  }

  private static CaseName name(ByteReader in) {
    return new CaseName(
        new CaseId(in.readUuid()), in.readOptional(from -> new CaseNumber(from.readText())));
  }

  private static Reception reception(ByteReader in) {
    return new Reception(
        agency(in),
        new AreaId(in.readText()),
        in.readEnum(URGENCIES),
        in.readEnum(RECEPTION_KINDS),
        in.readOptional(ByteReader::readText),
        in.readAll(FactsReader::knownFields),
        span(in));
  }

  private static KnownFields knownFields(ByteReader in) {
    return new KnownFields(in.readInstant(), set(in, from -> from.readEnum(FIELDS)));
  }

  private static Span span(ByteReader in) {
    return new Span(in.readInstant(), in.readOptional(ByteReader::readInstant));
  }

  private static Leg leg(ByteReader in) {
    ReferralId id = referral(in);
    int round = Math.toIntExact(in.readNumber());
    ChainPlace chain = new ChainPlace(referral(in), in.readOptional(FactsReader::referral));
    ReferralKind kind = in.readEnum(REFERRAL_KINDS);
    LegParties parties = new LegParties(agency(in), agency(in));
    LegNature nature = new LegNature(kind, in.readEnum(MODES), in.readEnum(URGENCIES));
    return new Leg(
        id,
        round,
        chain,
        nature,
        parties,
        new LegCourse(
            in.readBoolean(),
            steps(in, new EnumMap<>(Step.class), STEPS),
            in.readEnum(ENDS),
            in.readOptional(ByteReader::readText),
            in.readAll(FactsReader::span)));
  }

  private static Coordinated coordinated(ByteReader in) {
    return new Coordinated(
        agency(in),
        in.readBoolean(),
        in.readAll(from -> new Tenure(agency(from), from.readInstant())),
        in.readOptional(from -> from.readEnum(ROUTES)),
        in.readOptional(from -> from.readEnum(GROUNDS)),
        steps(in, new EnumMap<>(CoordinationStep.class), COORDINATION_STEPS));
  }

  private static Beside beside(ByteReader in) {
    return new Beside(
        in.readEnum(SIDES),
        new PersonRef(Math.toIntExact(in.readNumber())),
        agency(in),
        span(in),
        in.readOptional(from -> from.readEnum(GROUNDS)),
        in.readBoolean());
  }

  private static Sitting sitting(ByteReader in) {
    return new Sitting(
        new MeetingId(in.readText()),
        in.readEnum(CONFERENCES),
        in.readEnum(SESSIONS),
        in.readInstant(),
        set(in, FactsReader::agency),
        in.readBoolean(),
        in.readBoolean(),
        in.readOptional(from -> from.readEnum(OUTCOMES)));
  }

  private static ReferralId referral(ByteReader in) {
    return new ReferralId(in.readUuid());
  }

  private static AgencyId agency(ByteReader in) {
    return new AgencyId(in.readText());
  }

  private static <T> Set<T> set(ByteReader in, Function<ByteReader, T> reader) {
    return new HashSet<>(in.readAll(reader));
  }

  private static <E> Map<E, Instant> steps(
      ByteReader in, Map<E, Instant> steps, List<E> constants) {
    long size = in.readNumber();
    for (long i = 0; i < size; i++) {
      steps.put(in.readEnum(constants), in.readInstant());
    }
    return steps;
  }
}
