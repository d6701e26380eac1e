package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.function.UnaryOperator;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import org.jspecify.annotations.Nullable;

/**
 * One time that a support ran beside the case (参加支援, アウトリーチ).
 *
 * @param span from its beginning to its end
 * @param ground why it ended without stable relations; none while it runs, and where they were
 *     stable
 * @param stays somebody stays in contact after its end (伴走)
 */
public record Beside(
    SideKind kind,
    PersonRef person,
    AgencyId provider,
    Span span,
    @Nullable ClosingGround ground,
    boolean stays) {

  static Beside begun(SideFlow flow, Instant when) {
    return new Beside(
        flow.kind(), flow.person(), flow.provider(), new Span(when, null), null, false);
  }

  /** Whether it is the one of this kind for this person, whoever carries it out. */
  boolean is(SideFlow flow) {
    return flow.is(kind, person);
  }

  /** A support that has ended already only stops or goes on to be a 伴走. */
  Beside ended(Instant when, @Nullable ClosingGround because, boolean staysInContact) {
    return span.until() == null
        ? new Beside(kind, person, provider, new Span(span.from(), when), because, staysInContact)
        : new Beside(kind, person, provider, span, ground, staysInContact);
  }

  Beside withholding(UnaryOperator<AgencyId> hide) {
    return new Beside(kind, person, hide.apply(provider), span, ground, stays);
  }
}
