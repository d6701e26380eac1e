package jp.tsunagu.stats.stream;

import java.time.Instant;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.fact.Beside;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.fact.Coordinated;
import jp.tsunagu.stats.fact.Coordinated.Tenure;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.fact.Reception.KnownFields;
import jp.tsunagu.stats.fact.ResourceGap;
import jp.tsunagu.stats.fact.Sitting;
import jp.tsunagu.stats.fact.Span;

/** Writes facts, a function for each record; {@link FactsReader} reads them in the same order. */
final class FactsWriter {

  private FactsWriter() {}

  static void write(ByteWriter out, CaseFacts facts) {
    write(out, facts.name());
    out.writeNumber(facts.sequence());
    out.writeBoolean(facts.everProtected());
    out.writeOptional(facts.reception(), FactsWriter::write);
    out.writeAll(facts.legs(), FactsWriter::write);
    out.writeAll(facts.coordinations(), FactsWriter::write);
    out.writeAll(facts.beside(), FactsWriter::write);
    out.writeAll(facts.meetings().sittings(), FactsWriter::write);
    out.writeAll(facts.meetings().gaps(), FactsWriter::write);
    out.writeAll(facts.meetings().plans(), ByteWriter::writeInstant);
    out.writeAll(facts.meetings().unscreened(), (to, request) -> to.writeUuid(request.value()));
  }

  private static void write(ByteWriter out, CaseName name) {
    out.writeUuid(name.id().value());
    out.writeOptional(name.number(), (to, number) -> to.writeText(number.value()));
  }

  private static void write(ByteWriter out, Reception reception) {
    write(out, reception.receivedBy());
    out.writeText(reception.area().value());
    out.writeEnum(reception.urgency());
    out.writeEnum(reception.kind());
    out.writeOptional(reception.introducedBy(), ByteWriter::writeText);
    out.writeAll(reception.fields(), FactsWriter::write);
    write(out, reception.support());
  }

  private static void write(ByteWriter out, KnownFields known) {
    out.writeInstant(known.since());
    out.writeAll(known.fields(), ByteWriter::writeEnum);
  }

  private static void write(ByteWriter out, Span span) {
    out.writeInstant(span.from());
    out.writeOptional(span.until(), ByteWriter::writeInstant);
  }

  private static void write(ByteWriter out, Leg leg) {
    out.writeUuid(leg.referralId().value());
    out.writeNumber(leg.round());
    out.writeUuid(leg.chain().chainId().value());
    out.writeOptional(leg.chain().continues(), (to, id) -> to.writeUuid(id.value()));
    out.writeEnum(leg.kind());
    write(out, leg.sender());
    write(out, leg.receiver());
    out.writeEnum(leg.mode());
    out.writeEnum(leg.urgency());
    out.writeBoolean(leg.course().asked());
    write(out, leg.steps());
    out.writeEnum(leg.end());
    out.writeOptional(leg.course().reason(), ByteWriter::writeText);
    out.writeAll(leg.course().questions(), FactsWriter::write);
  }

  private static void write(ByteWriter out, Coordinated one) {
    write(out, one.requestedBy());
    out.writeBoolean(one.again());
    out.writeAll(one.tenures(), FactsWriter::write);
    out.writeOptional(one.route(), ByteWriter::writeEnum);
    out.writeOptional(one.ground(), ByteWriter::writeEnum);
    write(out, one.steps());
  }

  private static void write(ByteWriter out, Tenure tenure) {
    write(out, tenure.coordinator());
    out.writeInstant(tenure.since());
  }

  private static void write(ByteWriter out, Beside one) {
    out.writeEnum(one.kind());
    out.writeNumber(one.person().number());
    write(out, one.provider());
    write(out, one.span());
    out.writeOptional(one.ground(), ByteWriter::writeEnum);
    out.writeBoolean(one.stays());
  }

  private static void write(ByteWriter out, Sitting sitting) {
    out.writeText(sitting.meetingId().value());
    out.writeEnum(sitting.conference());
    out.writeEnum(sitting.session());
    out.writeInstant(sitting.heldAt());
    out.writeAll(sitting.attended(), FactsWriter::write);
    out.writeBoolean(sitting.reported());
    out.writeBoolean(sitting.reportOverdue());
    out.writeOptional(sitting.outcome(), ByteWriter::writeEnum);
  }

  private static void write(ByteWriter out, ResourceGap gap) {
    out.writeText(gap.resource());
    out.writeInstant(gap.recordedOn());
  }

  private static void write(ByteWriter out, AgencyId agency) {
    out.writeText(agency.value());
  }

  private static void write(ByteWriter out, Map<? extends Enum<?>, Instant> steps) {
    out.writeNumber(steps.size());
    steps.forEach(
        (step, when) -> {
          out.writeEnum(step);
          out.writeInstant(when);
        });
  }
}
