package org.diestra.work.contracts;

/**
 * One side of a contract as it stands in the text.
 *
 * @param name of the business or the person
 * @param signer the person who signs for it
 * @param place the city of the signer's time zone and the zone, as nobody has to give an address to
 *     bid
 */
public record Party(String name, String signer, String place) {}
