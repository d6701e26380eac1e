package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.tsunagu.connector.dossier.ActingPersons;
import jp.tsunagu.connector.intake.Acting;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The person whose request is being answered, whatever page or interface it came through. */
@Component
final class ActingInRequest implements Acting {

  private final ActingPersons persons;

  ActingInRequest(ActingPersons persons) {
    this.persons = persons;
  }

  @Override
  public Optional<ActingPerson> in(CaseId caseId) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        ? of(now.getRequest(), caseId)
        : Optional.empty();
  }

  private Optional<ActingPerson> of(HttpServletRequest request, CaseId caseId) {
    return CurrentCaller.find(request)
        .filter(Caller.AgencyStaff.class::isInstance)
        .map(Caller.AgencyStaff.class::cast)
        .map(staff -> persons.in(staff.agency(), caseId, staff.person(), nameOf(request)));
  }

  private static Sensitive<String> nameOf(HttpServletRequest request) {
    CurrentPerson person = CurrentPerson.of(request);
    return new Sensitive<>(person == null ? "" : person.displayName());
  }
}
