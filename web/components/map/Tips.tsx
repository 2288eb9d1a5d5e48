/** The tips of the arrows, in the page's colours. */
export function Tips() {
  return (
    <svg className="map-tips" aria-hidden="true">
      <defs>
        {['map-tip', 'map-tip-near'].map((id) => (
          <marker
            key={id}
            id={id}
            className={id}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0 0.5 9.5 5 0 9.5z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
