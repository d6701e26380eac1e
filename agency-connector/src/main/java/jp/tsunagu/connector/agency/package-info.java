/** The agencies this process hosts, and who may act for them. */
@NullMarked
package jp.tsunagu.connector.agency;

import org.jspecify.annotations.NullMarked;
