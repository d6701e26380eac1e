package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.contract.meeting.UninvitedReason;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/** Who is not invited, with the reason, for JSON. */
record NotInvitedViews(NetworkDirectory directory, Function<CaseId, Optional<CaseState>> cases) {

  /** An agency that an item names. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Uninvited(
      String caseId,
      @Nullable String caseNumber,
      String requestId,
      AgencyId agency,
      Coded reason) {}

  List<Uninvited> of(Collection<NotInvited> missing, Predicate<AgencyId> wanted) {
    return missing.stream()
        .flatMap(each -> each.agencies().stream().filter(wanted).map(agency -> view(each, agency)))
        .toList();
  }

  private Uninvited view(NotInvited missing, AgencyId agency) {
    return new Uninvited(
        missing.item().caseId().toString(),
        cases
            .apply(missing.item().caseId())
            .flatMap(state -> Optional.ofNullable(state.caseNumber()))
            .map(CaseNumber::value)
            .orElse(null),
        missing.item().requestId().toString(),
        agency,
        Coded.of(
            directory.agency(agency).isPresent()
                ? UninvitedReason.NOT_A_MEMBER
                : UninvitedReason.HAS_LEFT));
  }
}
