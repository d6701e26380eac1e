package jp.tsunagu.connector.web;

import java.util.Optional;
import jp.tsunagu.connector.dossier.ActingPersons;
import jp.tsunagu.connector.intake.Acting;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import org.springframework.stereotype.Component;

/** The person whose request is being answered, whatever page or interface it came through. */
@Component
final class ActingInRequest implements Acting {

  private final ActingPersons persons;

  ActingInRequest(ActingPersons persons) {
    this.persons = persons;
  }

  @Override
  public Optional<ActingPerson> in(CaseId caseId) {
    return CurrentCaller.now()
        .filter(Caller.OfAgency.class::isInstance)
        .map(caller -> ((Caller.OfAgency) caller).agency())
        .flatMap(agency -> CurrentPerson.now().map(person -> in(agency, caseId, person)));
  }

  private ActingPerson in(AgencyId agency, CaseId caseId, CurrentPerson person) {
    return persons.in(agency, caseId, person.id(), new Sensitive<>(person.displayName()));
  }
}
