package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.person.ActingPeople;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who stands behind a pseudonym, for the agency for which she acted. */
@RestController
@Tag(name = "担当者", description = "会議の記録に残る符号が、この機関のだれか")
final class PersonController {

  private final ActingPeople people;
  private final Knowledge knowledge;

  PersonController(ActingPeople people, Knowledge knowledge) {
    this.people = people;
    this.knowledge = knowledge;
  }

  @Schema(name = "ActingPersonView", description = "操作した人")
  record Named(@Schema(description = "氏名") String name) {}

  @Operation(
      summary = "操作した人の氏名",
      description = "会議の記録に残る仮の名前から、自分の機関の誰であったかを調べます。会議の事務局は調整窓口として調べます。ほかの機関の人は分かりません。")
  @Gives(Named.class)
  @GetMapping("/api/persons/{pseudonym}")
  ResponseEntity<Object> person(Caller caller, @PathVariable String pseudonym) {
    if (!knowledge.isReady() || !people.areKnown()) {
      return Acting.notReady();
    }
    return Acting.actor(caller, knowledge.directory())
        .filter(_ -> ActingPerson.isValid(pseudonym))
        .flatMap(agency -> people.nameOf(agency, new ActingPerson(pseudonym)))
        .<ResponseEntity<Object>>map(name -> ResponseEntity.ok(new Named(name)))
        .orElseGet(() -> CommonProblem.NOT_FOUND.problem().response());
  }
}
