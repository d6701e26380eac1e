package jp.tsunagu.runtime.doctor;

import java.util.List;

/** Something a service looks at. It changes nothing, and waits for no more than half a minute. */
public interface Examination {

  /** What is looked at, in Japanese and English; said where looking itself fails. */
  String what();

  /** Looks. */
  List<Finding> look() throws Exception;
}
