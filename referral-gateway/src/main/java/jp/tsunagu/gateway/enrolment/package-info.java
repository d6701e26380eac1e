/** The centre of a network: who takes part gets a login and rights at the brokers, and a bundle. */
@NullMarked
package jp.tsunagu.gateway.enrolment;

import org.jspecify.annotations.NullMarked;
