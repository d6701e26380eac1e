package jp.tsunagu.connector.register;

import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.directory.RegisterCommand.TakePlace;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes places of resources (社会資源) for those whom this agency gives 参加支援 (マッチング). */
@Component
public final class Matching {

  private final RegisterWork register;
  private final Wishes wishes;
  private final Placements placements;

  Matching(RegisterWork register, Wishes wishes, Placements placements) {
    this.register = register;
    this.wishes = wishes;
    this.placements = placements;
  }

  /**
   * Takes a place for a person of the case.
   *
   * @param key the same for the same wish, however often it is sent
   */
  public Wished<SocialResource> match(
      AgencyId agency, SocialResource resource, String key, CaseState state, JsonNode typed) {
    Wish<SocialResource> wish =
        register.wish(
            EntryKind.RESOURCE, agency, key, "match " + state.caseId(), typed, resource.id());
    return wishes.once(
        wish,
        ResourceForms.MATCH,
        typed,
        filled -> {
          PersonRef person = ResourceForms.person(filled);
          return matched(state, agency).contains(person)
              ? take(wish, resource, state, person)
              : refused(
                  "この世帯員の参加支援は、この機関が「資源開発・マッチング」か「定着支援」の段階で担っていません。",
                  "参加支援をその段階へ進めてから、もう一度送ってください。");
        });
  }

  private Wished<SocialResource> take(
      Wish<SocialResource> wish, SocialResource resource, CaseState state, PersonRef person) {
    TakePlace take =
        new TakePlace(wish.id(), wish.at(), resource.resourceId(), new PlaceId(UUID.randomUUID()));
    return switch (placements.take(wish.agency(), wish.key(), take, state.caseId(), person)) {
      case ASKED -> Wishes.answer(wish);
      case HAS_ONE -> refused("この世帯員は、もうこの社会資源につながっています。", "ほかの社会資源か、ほかの世帯員を選んでください。");
      case KEY_REUSED -> new Wished.Refused<>(CommonProblem.KEY_REUSED.problem());
    };
  }

  private static Wished<SocialResource> refused(String detail, String fix) {
    return new Wished.Refused<>(
        CommonProblem.ofFields(List.of(new FieldProblem("person", detail, fix))));
  }

  /** For whom this agency looks for a resource, or has found one: 参加支援 that has come so far. */
  public static List<PersonRef> matched(CaseState state, AgencyId agency) {
    return state.sides().stream()
        .filter(side -> side.flow().kind() == SideKind.PARTICIPATION)
        .filter(side -> side.flow().provider().equals(agency))
        .filter(Matching::isMatching)
        .map(side -> side.flow().person())
        .toList();
  }

  private static boolean isMatching(SideSupport side) {
    return side.stage() == SideStage.MATCHING || side.stage() == SideStage.SETTLING;
  }
}
