package jp.tsunagu.connector.page;

import java.util.Map;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.contract.directory.RegisterEntry;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.ui.Model;

/** How a kind of entry of the register is listed. */
interface RegisterList<T extends RegisterEntry> {

  EntryKind<T> kind();

  /**
   * Puts those that are looked for into the model; gives the template.
   *
   * @param asked what stands in the address
   */
  String show(AgencyId agency, Model model, Map<String, String> asked);
}
