package jp.tsunagu.connector.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.RecordResource;
import jp.tsunagu.contract.directory.ResourceOffer;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Heading;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The forms with which resources (社会資源) are entered and places of them taken. */
public final class ResourceForms {

  private static final String NOBODY = "すべての機関が読みます。世帯や利用する人の名前・事情は書かないでください。";

  private static final FormField<String> WHAT =
      FormField.text("what", "何を提供するか", ResourceOffer.LONGEST).must().hint(NOBODY);
  private static final FormField<String> FOR_WHOM =
      FormField.text("forWhom", "どんな人に", ResourceOffer.LONGEST)
          .hint("例: 人と会うことに慣れたい人。特定の人のことは書きません。");
  private static final FormField<String> PLACE =
      FormField.text("place", "場所", ResourceOffer.LONGEST).hint("施設や会場です。利用する人の住所は書きません。");
  static final FormField<String> AREA =
      FormField.listed("area", Heading.AREA.label(), ResourceForms::areas).hint("空欄なら全域です。");
  private static final FormField<Set<Field>> FIELDS =
      FormField.someOf("fields", Heading.FIELD.label(), Choice.FIELD).hint("空欄なら分野を問いません。");
  private static final FormField<Integer> CAPACITY =
      FormField.whole("capacity", "受け入れられる人数", 0, ResourceOffer.MOST_PLACES).must();
  private static final FormField<LocalDate> SINCE =
      FormField.day("since", "いつから", Plausible.PLANNED).must();
  private static final FormField<AgencyId> CONTACT =
      FormField.agency("contact", "連絡先の機関").hint("空欄ならこの機関です。");
  static final FormField<Integer> BASED_ON =
      FormField.whole("basedOn", "読んだときの版(revision)", 1, Integer.MAX_VALUE).must();
  private static final FormField<LocalDate> ENDED_ON =
      FormField.day("endedOn", "提供を終える日", Plausible.PLANNED).must();
  private static final FormField<PersonRef> PERSON = FormField.person("person", "だれのために").must();

  /** What is offered. */
  public static final Form OFFER =
      Form.of(
          "resource", "社会資源を登録する", WHAT, FOR_WHOM, PLACE, AREA, FIELDS, CAPACITY, SINCE, CONTACT);

  /** That it ends. */
  public static final Form END = Form.of("end-resource", "提供を終える", ENDED_ON);

  /** Ending it. */
  public static final EntryStep<SocialResource> ENDING = new ResourceEnd();

  /** For whom a place is taken. */
  public static final Form MATCH = Form.of("match", "この社会資源につなぐ", PERSON);

  private ResourceForms() {}

  /** For programs: what is offered. */
  public static final class Offer implements Supplier<Form> {
    @Override
    public Form get() {
      return OFFER;
    }
  }

  /** For programs: what is offered from now on. */
  public static final class Change implements Supplier<Form> {
    @Override
    public Form get() {
      return EntryKind.RESOURCE.change().sent();
    }
  }

  /** For programs: that it ends. */
  public static final class End implements Supplier<Form> {
    @Override
    public Form get() {
      return END;
    }
  }

  /** For programs: for whom a place is taken. */
  public static final class Match implements Supplier<Form> {
    @Override
    public Form get() {
      return MATCH;
    }
  }

  private static List<Coded> areas(NetworkDirectory directory) {
    return directory.settings().map(NetworkSettings::areas).orElse(List.of()).stream()
        .map(area -> new Coded(area.areaId().value(), area.name()))
        .toList();
  }

  /** What stands in the form before a resource is entered: from today on, by who enters it. */
  static ObjectNode fresh(AgencyId agency, LocalDate today) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(SINCE.name(), today.toString())
        .put(CONTACT.name(), agency.value());
  }

  /** What was filled in; where nobody is named to ask, the agency that wishes it is. */
  static RegisterCommand recorded(Wish<?> wish, int basedOn, Filled form) {
    String area = form.get(AREA);
    return new RecordResource(
        wish.id(),
        wish.at(),
        new ResourceId(wish.about()),
        basedOn,
        new ResourceOffer(
            form.must(WHAT),
            form.or(FOR_WHOM, ""),
            form.or(PLACE, ""),
            area == null ? Set.of() : Set.of(new AreaId(area)),
            form.or(FIELDS, Set.of()),
            form.must(CAPACITY),
            form.must(SINCE),
            form.or(CONTACT, wish.agency())));
  }

  static int basedOn(Filled form) {
    return form.must(BASED_ON);
  }

  static LocalDate endedOn(Filled form) {
    return form.must(ENDED_ON);
  }

  static PersonRef person(Filled form) {
    return form.must(PERSON);
  }

  /** What stands in the form before somebody changes it. */
  static ObjectNode begun(SocialResource resource) {
    ResourceOffer offer = resource.offer();
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    typed.put(WHAT.name(), offer.what());
    typed.put(FOR_WHOM.name(), offer.forWhom());
    typed.put(PLACE.name(), offer.place());
    offer.areas().stream().sorted().findFirst().ifPresent(area -> typed.put("area", area.value()));
    ArrayNode fields = typed.putArray(FIELDS.name());
    offer.fields().stream().sorted().map(Code::name).forEach(fields::add);
    typed.put(CAPACITY.name(), offer.capacity());
    typed.put(SINCE.name(), offer.since().toString());
    typed.put(CONTACT.name(), offer.contact().value());
    typed.put(BASED_ON.name(), resource.revision());
    return typed;
  }
}
