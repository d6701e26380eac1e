package jp.tsunagu.gateway.web;

import java.time.LocalDate;
import jp.tsunagu.gateway.view.CaseIndex;
import jp.tsunagu.gateway.view.Viewpoint;

/** One request's look at the views: what there is, what it is called and what may be seen of it. */
record Reading(CaseIndex cases, Names names, Viewpoint viewpoint, LocalDate today) {}
