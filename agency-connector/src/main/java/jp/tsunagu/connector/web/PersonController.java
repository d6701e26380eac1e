package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.connector.dossier.ActingPersons;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who stands behind a pseudonym, for the agency whose pseudonym it is. */
@RestController
@Tag(name = "担当者", description = "記録に残る符号が、この機関のだれか")
class PersonController {

  private final ActingPersons persons;

  PersonController(ActingPersons persons) {
    this.persons = persons;
  }

  @Schema(name = "ActingPersonView", description = "操作した人")
  record Named(@Schema(description = "氏名") String name) {}

  @Gives(Named.class)
  @GetMapping("/agencies/{agencyId}/api/persons/{pseudonym}")
  @Operation(summary = "操作した人の氏名", description = "記録に残る仮の名前から、自分の機関の誰であったかを調べます。ほかの機関の人は分かりません。")
  ResponseEntity<Object> person(
      HttpServletRequest request,
      @Parameter(description = "仮の名前(16進32桁)") @PathVariable String pseudonym) {
    AgencyId agency = ActingAgency.of(request);
    return ActingPerson.isValid(pseudonym)
        ? persons
            .nameOf(agency, new ActingPerson(pseudonym))
            .map(name -> Answers.ok(new Named(name.value())))
            .orElseGet(Answers::missing)
        : Answers.missing();
  }
}
