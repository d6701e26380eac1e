package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentCaller;

/** Who is given what a request asks for. */
public final class Readers {

  private Readers() {}

  /** On a page. */
  public static Reader onPage(HttpServletRequest request) {
    return of(request, Reader.Way.PAGE);
  }

  /** As a paper. */
  static Reader onPaper(HttpServletRequest request) {
    return of(request, Reader.Way.PAPER);
  }

  /** By the interface. */
  static Reader byInterface(HttpServletRequest request) {
    return of(request, Reader.Way.INTERFACE);
  }

  /** With all records of the agency. */
  static Reader takingOut(HttpServletRequest request) {
    return of(request, Reader.Way.TAKEN_OUT);
  }

  private static Reader of(HttpServletRequest request, Reader.Way way) {
    return CurrentCaller.of(request) instanceof Caller.AgencyStaff staff
        ? new Reader(Reader.Kind.PERSON, staff.person(), way)
        : new Reader(Reader.Kind.SYSTEM, CurrentCaller.tokenName(request), way);
  }
}
