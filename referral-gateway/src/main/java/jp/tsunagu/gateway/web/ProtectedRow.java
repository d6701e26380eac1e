package jp.tsunagu.gateway.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ProtectionStanding;
import jp.tsunagu.runtime.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A protected case (保護案件) as a row of the protection officer's page.
 *
 * @param until last day of the measure; none once it was lifted
 * @param standing in words
 * @param isToDecide whether somebody must decide now whether it goes on
 * @param decides who has that task, in words
 */
record ProtectedRow(
    String number,
    String place,
    @Nullable LocalDate until,
    String standing,
    boolean isToDecide,
    String decides,
    String mayPassTo,
    String excluded) {

  private static final String LIFTED = "解除されています";

  static ProtectedRow of(CaseState state, Reading reading) {
    Names names = reading.names();
    Protection protection = state.protection();
    String number = Names.number(state);
    return new ProtectedRow(
        number == null ? "番号なし" : number,
        ProtectionPages.ADDRESS + state.caseId(),
        protection == null ? null : protection.until(),
        protection == null ? LIFTED : ProtectionStanding.of(protection, reading.today()).label(),
        isToDecide(protection, reading.today()),
        decides(state, names),
        protection == null ? "" : together(names.agencies(protection.named())),
        protection == null ? "" : together(names.agencies(protection.excluded())));
  }

  /** What must be decided first, then what goes on, by its last day; what was lifted at the end. */
  static Cursor place(CaseState state, LocalDate today) {
    Protection protection = state.protection();
    String id = state.caseId().toString();
    return protection == null
        ? new Cursor(Lists.PROTECTED, 2, 0, id)
        : new Cursor(
            Lists.PROTECTED,
            isToDecide(protection, today) ? 0 : 1,
            protection.until().toEpochDay(),
            id);
  }

  private static boolean isToDecide(@Nullable Protection protection, LocalDate today) {
    return protection != null
        && ProtectionStanding.of(protection, today) != ProtectionStanding.IN_FORCE;
  }

  /** Who received the household and who coordinates: they have the task in their windows. */
  private static String decides(CaseState state, Names names) {
    Consultation consultation = state.consultation();
    Stream<AgencyId> received =
        consultation == null ? Stream.of() : Stream.of(consultation.receivedBy());
    Stream<AgencyId> coordinates =
        state.coordination() instanceof Coordination.Open open
            ? Stream.of(open.coordinator())
            : Stream.of();
    return together(
        Stream.concat(received, coordinates)
            .distinct()
            .sorted(Comparator.naturalOrder())
            .map(names::agency)
            .toList());
  }

  private static String together(List<NamedAgency> agencies) {
    return agencies.stream().map(NamedAgency::name).collect(Collectors.joining("、"));
  }
}
