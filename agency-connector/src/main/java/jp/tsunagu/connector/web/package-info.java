/** The REST API for agency systems, below {@code /agencies/{agencyId}/api}. */
@NullMarked
package jp.tsunagu.connector.web;

import org.jspecify.annotations.NullMarked;
