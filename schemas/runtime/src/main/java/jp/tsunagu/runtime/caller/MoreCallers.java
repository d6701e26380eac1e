package jp.tsunagu.runtime.caller;

import java.util.List;
import jp.tsunagu.runtime.caller.CallerSettings.Entry;

/** Callers that stand in other settings of a service, such as the agencies a connector hosts. */
public interface MoreCallers {

  /** One entry per token; checked by whoever has the settings. */
  List<Entry> entries();
}
