package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.ConsentId;

/** A consent that came with a sheet: a つなぐシート, or an application form (利用申込書). */
public record SheetConsent(ConsentId consentId, ConsentTerms terms) {}
