import { SharePointError } from '../wire/sharePointError';

const type = 'Microsoft.Data.OData.ODataException';

function batchError(kind: string, message: string): SharePointError {
  return new SharePointError(kind, 400, `-1, ${type}`, message);
}

/** [I] 1 MiB. */
export function batchTooLarge(): SharePointError {
  return batchError(
    'batchTooLarge',
    'The maximum number of bytes allowed to be read from the stream has been exceeded. After the last read operation, a total of more than 1048576 bytes has been read from the stream; however a maximum of 1048576 bytes is allowed.',
  );
}

/** [I] for the limit of 100, text [K]. */
export function batchTooLong(): SharePointError {
  return batchError(
    'batchTooLong',
    'The current batch message contains too many parts. Only batch messages with a maximum number of 100 query operations and changesets are allowed.',
  );
}

/** [K] A batch that cannot be read. */
export function batchMalformed(reason: string): SharePointError {
  return batchError('batchMalformed', reason);
}
