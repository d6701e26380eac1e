package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Coordinated;
import jp.tsunagu.stats.fact.Coordinated.Tenured;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Hold.HeldAs;
import org.jspecify.annotations.Nullable;

/**
 * Whose case it is and when. In 協働 both agencies hold it; 引継ぎ ends what the sender holds when the
 * receiver accepts; 助言 leaves the household where it is; what the desk holds it keeps until a つなぎ戻し
 * was accepted and the coordination closed.
 */
public final class Holds {

  private Holds() {}

  /** Every reason for which an agency holds the case. */
  public static List<Hold> of(CaseFacts facts) {
    List<Hold> holds = new ArrayList<>();
    if (facts.reception() != null) {
      holds.add(
          new Hold(facts.reception().receivedBy(), facts.reception().support(), HeldAs.RECEPTION));
    }
    facts.legs().forEach(leg -> addLeg(holds, facts, leg));
    for (Leg leg : facts.legs()) {
      Instant accepted = leg.at(Step.ACCEPTED);
      if (leg.mode() == ReferralMode.HANDOVER && accepted != null) {
        holds.replaceAll(hold -> handedOver(hold, leg.sender(), accepted));
      }
    }
    for (Coordinated one : facts.coordinations()) {
      for (Tenured tenured : one.held()) {
        holds.add(new Hold(tenured.coordinator(), tenured.span(), HeldAs.COORDINATION));
      }
    }
    return holds;
  }

  /** When each agency held the case, whatever the reason: each moment once. */
  public static Map<AgencyId, List<Span>> byAgency(List<Hold> holds) {
    Map<AgencyId, List<Span>> spans = new TreeMap<>();
    for (Hold hold : holds) {
      spans.computeIfAbsent(hold.holder(), _ -> new ArrayList<>()).add(hold.span());
    }
    spans.replaceAll((_, all) -> Span.union(all));
    return spans;
  }

  /** When anybody held the case or was asked to. */
  public static List<Span> anywhere(CaseFacts facts, List<Hold> holds) {
    List<Span> spans = new ArrayList<>();
    holds.forEach(hold -> spans.add(hold.span()));
    facts.legs().forEach(leg -> spans.add(asked(leg)));
    return Span.union(spans);
  }

  /** Whether anybody holds the case or is asked to. */
  static boolean isOpen(CaseFacts facts, List<Hold> holds) {
    return holds.stream().anyMatch(hold -> hold.span().isOpen())
        || facts.legs().stream().anyMatch(leg -> asked(leg).isOpen());
  }

  private static Span asked(Leg leg) {
    Instant decided = leg.at(Step.DECIDED);
    return new Span(leg.sentAt(), decided == null ? leg.at(Step.ENDED) : decided);
  }

  private static void addLeg(List<Hold> holds, CaseFacts facts, Leg leg) {
    Instant accepted = leg.at(Step.ACCEPTED);
    if (accepted != null && leg.mode() != ReferralMode.ADVICE) {
      holds.add(new Hold(leg.receiver(), new Span(accepted, leg.at(Step.ENDED)), HeldAs.REFERRAL));
    }
    if (leg.kind() == ReferralKind.SHEET && leg.round() == 0 && accepted == null) {
      holds.add(new Hold(leg.receiver(), new Span(leg.sentAt(), sorted(facts, leg)), HeldAs.SHEET));
    }
  }

  /** When the agency that got the sheet accepted it, or it ended otherwise; none before. */
  private static @Nullable Instant sorted(CaseFacts facts, Leg sheet) {
    if (sheet.end() != LegEnd.TRIAGED) {
      return sheet.at(Step.ENDED);
    }
    return facts.legs().stream()
        .filter(leg -> leg.referralId().equals(sheet.referralId()) && leg.round() > 0)
        .findFirst()
        .map(leg -> leg.reached(Step.ACCEPTED) ? leg.at(Step.ACCEPTED) : leg.at(Step.ENDED))
        .orElse(null);
  }

  private static Hold handedOver(Hold hold, AgencyId sender, Instant accepted) {
    boolean cut = hold.holder().equals(sender) && hold.span().contains(accepted);
    return cut ? new Hold(sender, new Span(hold.span().from(), accepted), hold.as()) : hold;
  }
}
