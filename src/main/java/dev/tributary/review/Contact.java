package dev.tributary.review;

/**
 * A contact of the CRM.
 *
 * @param id Tributary's own number
 * @param externalId the CRM's
 * @param survivor the number of the contact that it stands under; its own where it was not merged
 * @param survivorExternalId the CRM's id of that contact
 */
public record Contact(long id, String externalId, long survivor, String survivorExternalId) {}
