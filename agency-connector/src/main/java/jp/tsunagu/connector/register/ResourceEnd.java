package jp.tsunagu.connector.register;

import java.time.LocalDate;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.EndResource;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.ResourceId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A resource (社会資源) is not offered any more; whatever was written of it meanwhile, it ends. */
final class ResourceEnd implements EntryStep<SocialResource> {

  @Override
  public String word() {
    return "end";
  }

  @Override
  public String title() {
    return ResourceForms.END.title();
  }

  @Override
  public Form form() {
    return ResourceForms.END;
  }

  @Override
  public boolean isBased() {
    return false;
  }

  @Override
  public boolean isPossible(SocialResource entry) {
    return entry.endedOn() == null;
  }

  @Override
  public ObjectNode begun(SocialResource entry, LocalDate today) {
    return JsonNodeFactory.instance.objectNode().put("endedOn", today.toString());
  }

  @Override
  public RegisterCommand wished(Wish<?> wish, Filled filled) {
    return new EndResource(
        wish.id(), wish.at(), new ResourceId(wish.about()), ResourceForms.endedOn(filled));
  }
}
