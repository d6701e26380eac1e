package jp.tsunagu.runtime.site;

import java.util.List;

/** Where forms of pages lead besides the service itself, such as to the provider of the login. */
@FunctionalInterface
public interface FormsLeadTo {

  /** Addresses that begin with http or https. */
  List<String> addresses();
}
